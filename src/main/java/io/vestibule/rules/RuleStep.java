package io.vestibule.rules;

import io.vestibule.journal.run.StepKind;

/// Kinds of journal step of this package.
public enum RuleStep implements StepKind {

    /// Performed by [io.vestibule.rules.person.RuleCascadeSteps]. Subject: a row of `rule_follow`.
    FOLLOW_PERSON("follow-person");

    private final String key;

    RuleStep(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
