package io.vestibule.rules;

import io.vestibule.base.Failure;

/// Why an operation on a rule cannot be performed.
public sealed interface RuleFailure extends Failure {

    /// The rule was deleted in the meantime, perhaps by another user.
    @Code("rules.gone")
    record Gone() implements RuleFailure {}

    /// A calendar entry without a name, without rules, or with invalid dates.
    @Code("rules.bad-holiday")
    record BadHoliday() implements RuleFailure {}

    /// A calendar entry whose last day is over.
    @Code("rules.past-holiday")
    record PastHoliday() implements RuleFailure {}

    /// The file does not contain a rule.
    @Code("rules.not-a-rule")
    record NotARule() implements RuleFailure {}

    /// The file was written in a newer format.
    ///
    /// @param format of the file
    /// @param newest the newest format that can be read here
    @Code("rules.newer-format")
    record NewerFormat(int format, int newest) implements RuleFailure {}

    /// A rule of the VMS that belongs to another company of this console.
    @Code("rules.other-company")
    record OtherCompany() implements RuleFailure {}

    /// The rule, or its cameras, belong to another VMS than the one in use. Nothing was sent.
    @Code("rules.other-vms")
    record BelongsElsewhere() implements RuleFailure {}

    /// The rule belongs to the VMS in use, so that it is deleted there and not only forgotten here.
    @Code("rules.not-elsewhere")
    record NotElsewhere() implements RuleFailure {}

    /// The rule was sent, no answer came, and the VMS does not have it yet. It may store the rule late.
    @Code("rules.unanswered")
    record Unanswered() implements RuleFailure {}

    /// A part of the rule could not be read from the database, so it is not sent.
    @Code("rules.unreadable-row")
    record UnreadableRow() implements RuleFailure {}

    /// A rule of another kind than faces, which is shown and never changed.
    @Code("rules.other-kind")
    record OtherKind() implements RuleFailure {}
}
