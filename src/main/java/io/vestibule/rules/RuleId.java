package io.vestibule.rules;

import java.util.UUID;

/// Identity of one rule of ours, sent or not. Minted once, never reused; the VMS has its own number for it.
public record RuleId(UUID value) {

    public static RuleId mint() {
        return new RuleId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
