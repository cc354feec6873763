package io.vestibule.rules;

import java.util.UUID;

/// Identity of one local rule, sent or not. Generated once, never reused; the VMS has its own number for the rule.
public record RuleId(UUID value) {

    public static RuleId mint() {
        return new RuleId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
