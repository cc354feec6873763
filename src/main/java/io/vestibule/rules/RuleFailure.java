package io.vestibule.rules;

import io.vestibule.base.Problem;

/// Why something with a rule cannot be done.
public sealed interface RuleFailure {

    Problem problem();

    /// Deleted meanwhile, perhaps by somebody else.
    record Gone() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.gone");
        }
    }

    /// An entry of the calendar without a name, without rules, or for days that cannot be right.
    record BadHoliday() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.bad-holiday");
        }
    }

    /// The file holds no rule.
    record NotARule() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.not-a-rule");
        }
    }

    /// A rule of another kind than faces, which is shown and left alone.
    record OtherKind() implements RuleFailure {
        @Override
        public Problem problem() {
            return Problem.of("rules.other-kind");
        }
    }
}
