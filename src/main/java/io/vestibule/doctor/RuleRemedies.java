package io.vestibule.doctor;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.UnattendedPause;
import java.util.UUID;
import java.util.function.Supplier;

/// Pauses rules that find nobody, unless they find somebody by now.
public final class RuleRemedies {

    private final RuleComparison comparison;
    private final Supplier<UnattendedPause> pause;

    public RuleRemedies(RuleComparison comparison, Supplier<UnattendedPause> pause) {
        this.comparison = comparison;
        this.pause = pause;
    }

    StepOutcome pause(Step step, Discrepancy what, CollectionRef collection) {
        var rule = new RuleId(UUID.fromString(what.subject()));
        return comparison.findsNobody(rule, collection) ? pause.get().pause(step, rule) : StepOutcome.DONE;
    }
}
