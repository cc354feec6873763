package io.vestibule.base;

import java.util.UUID;

/// Identity of one operator. Minted once, never reused.
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
