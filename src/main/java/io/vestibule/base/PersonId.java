package io.vestibule.base;

import java.util.UUID;

/// Id of one person. Generated once, never reused.
public record PersonId(UUID value) {

    public static PersonId mint() {
        return new PersonId(UUID.randomUUID());
    }

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
