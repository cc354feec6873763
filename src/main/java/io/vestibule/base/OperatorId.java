package io.vestibule.base;

import java.util.UUID;

/// Id of one operator. Generated once, never reused.
public record OperatorId(UUID value) {

    public static OperatorId mint() {
        return new OperatorId(UUID.randomUUID());
    }

    public static OperatorId of(String text) {
        return new OperatorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
