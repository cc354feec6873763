package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One rule of the list: created here, found on the VMS, or both.
///
/// @param local empty for rules that were not created here
/// @param remote the rule on the VMS; empty for a draft, and while the VMS has not been reached
/// @param members the people that the rule looks for
/// @param findings what no longer matches, or failed
/// @param failed whether the last poll could not delete or update the rule
public record RuleEntry(
        Optional<RuleRecord> local,
        Optional<AlertRule> remote,
        RuleState state,
        Members members,
        List<Problem> findings,
        boolean failed) {

    /// An entry of which nothing failed.
    public RuleEntry(
            Optional<RuleRecord> local,
            Optional<AlertRule> remote,
            RuleState state,
            Members members,
            List<Problem> findings) {
        this(local, remote, state, members, findings, false);
    }

    public RuleEntry {
        findings = List.copyOf(findings);
    }

    /// Stable key: the same rule has the same key in every report.
    public String key() {
        return local.map(record -> record.id().toString())
                .or(() -> remote.map(rule -> "vms-" + rule.id()))
                .orElse("");
    }

    public String name() {
        return local.map(record -> record.draft().name())
                .or(() -> remote.map(rule -> rule.content().name()))
                .orElse("");
    }

    /// Whether it is a rule of this program that the VMS in use has, or can have.
    public boolean isEditable() {
        return local.isPresent() && state != RuleState.ELSEWHERE;
    }

    RuleEntry with(Problem finding) {
        return new RuleEntry(
                local,
                remote,
                state,
                members,
                Stream.concat(findings.stream(), Stream.of(finding)).toList(),
                failed);
    }

    RuleEntry withFailure(Problem problem) {
        return new RuleEntry(
                local,
                remote,
                state,
                members,
                Stream.concat(Stream.of(problem), findings.stream()).toList(),
                true);
    }

    /// Whether the rule needs the attention of an operator.
    public boolean needsAttention() {
        return failed
                || switch (state) {
                    case UNSURE, CHANGED_THERE, GONE_THERE, OUTDATED, PERHAPS_OURS -> true;
                    case DRAFT, OTHERS, ELSEWHERE -> false;
                    case SENT, EDITED -> !findings.isEmpty();
                };
    }
}
