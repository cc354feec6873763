package io.vestibule.rules;

import io.vestibule.base.Failure;

/// Why an operation on a rule cannot be performed.
public sealed interface RuleFailure {

    Problem problem();

    /// The rule was deleted in the meantime, perhaps by another user.
    record Gone() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.gone");
        }
    }

    /// A calendar entry without a name, without rules, or with invalid dates.
    record BadHoliday() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.bad-holiday");
        }
    }

    /// The file does not contain a rule.
    record NotARule() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.not-a-rule");
        }
    }

    /// A rule of another kind than faces, which is shown and never changed.
    record OtherKind() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.other-kind");
        }
    }
}
