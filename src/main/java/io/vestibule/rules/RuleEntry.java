package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One rule of the list: ours, the VMS's, or both.
///
/// @param local empty for rules that were not made here
/// @param remote as the VMS has it; empty for a draft, and while the VMS was not reached
/// @param members whom it looks for
/// @param findings what does not fit any more
public record RuleEntry(
        Optional<RuleRecord> local,
        Optional<AlertRule> remote,
        RuleState state,
        Members members,
        List<Problem> findings) {

    public RuleEntry {
        findings = List.copyOf(findings);
    }

    /// The same for the same rule, at every reading.
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

    RuleEntry with(Problem finding) {
        return new RuleEntry(
                local,
                remote,
                state,
                members,
                Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    /// Whether somebody has to look at it.
    public boolean needsAttention() {
        return switch (state) {
            case UNSURE, CHANGED_THERE, GONE_THERE, OUTDATED -> true;
            case DRAFT, EDITED, OTHERS -> false;
            case SENT -> !findings.isEmpty();
        };
    }
}
