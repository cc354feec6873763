package io.vestibule.rules;

import io.vestibule.base.Failure;

/// Why something with a rule cannot be done.
public sealed interface RuleFailure extends Failure {

    /// Deleted meanwhile, perhaps by somebody else.
    @Code("rules.gone")
    record Gone() implements RuleFailure {}

    /// An entry of the calendar without a name, without rules, or for days that cannot be right.
    @Code("rules.bad-holiday")
    record BadHoliday() implements RuleFailure {}

    /// The file holds no rule.
    @Code("rules.not-a-rule")
    record NotARule() implements RuleFailure {}

    /// A rule of another kind than faces, which is shown and left alone.
    @Code("rules.other-kind")
    record OtherKind() implements RuleFailure {}
}
