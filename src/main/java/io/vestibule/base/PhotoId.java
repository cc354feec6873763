package io.vestibule.base;

import java.util.UUID;

/// Identity of one photo. Minted once, never reused.
public record PhotoId(UUID value) {

    public static PhotoId mint() {
        return new PhotoId(UUID.randomUUID());
    }

    public static PhotoId of(String text) {
        return new PhotoId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
