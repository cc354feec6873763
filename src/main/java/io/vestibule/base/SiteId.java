package io.vestibule.base;

import java.util.UUID;

/// Id of one site. Generated once, never reused.
public record SiteId(UUID value) {

    public static SiteId mint() {
        return new SiteId(UUID.randomUUID());
    }

    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
