package io.vestibule.base;

import java.util.UUID;

/// Id of one photo. Generated once, never reused.
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
