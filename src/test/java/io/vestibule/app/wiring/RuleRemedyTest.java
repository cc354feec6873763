package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.ProgressListener;
import io.vestibule.doctor.CollectionCheckRun;
import io.vestibule.doctor.Discrepancy;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.CollectionIndexStore;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleRecord;
import io.vestibule.vms.WeekSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Rules that find nobody are paused where that is chosen, and can be resumed.
class RuleRemedyTest extends RulesFixture {

    @Test
    void aRuleThatFindsNobodyIsPausedAndCanBeResumed() {
        var person = active("Ada");
        var rule = sent(person);
        var others = sent("Others");
        lose(person);
        var run = compare();
        assertThat(found(run))
                .extracting(Discrepancy::subject)
                .containsExactly(rule.id().toString());
        assertThat(DiscrepancyKind.RULE_FINDS_NOBODY.isProposed()).isFalse();

        faults().failNext("PUT", VmsFault.ILL, false);
        pause(run);
        assertThat(found(run)).extracting(Discrepancy::state).containsExactly(DiscrepancyState.SETTLED);
        assertThat(schedule(rule)).isEqualTo(WeekSchedule.NEVER);
        assertThat(schedule(others)).isNotEqualTo(WeekSchedule.NEVER);
        assertThat(found(compare()))
                .as("a paused rule raises no alert on purpose")
                .isEmpty();

        var _ = rules.send().pauses().setPaused(rule.id(), false);
        assertThat(schedule(rule)).isNotEqualTo(WeekSchedule.NEVER);
    }

    @Test
    void aRuleThatFindsSomebodyAgainIsNotPaused() {
        var person = active("Ada");
        var rule = sent(person);
        lose(person);
        var run = compare();
        collections().saveAdopted(new CollectionUser(person.id(), collection(), person.externalId(), "ACTIVE"));
        pause(run);
        assertThat(found(run)).extracting(Discrepancy::state).containsExactly(DiscrepancyState.SETTLED);
        assertThat(schedule(rule)).isNotEqualTo(WeekSchedule.NEVER);
    }

    private RuleRecord sent(Person person) {
        var rule = rules.flow().duplicate(draft(person), person.name());
        var _ = rules.send().send(rule.id());
        return rule;
    }

    private void lose(Person person) {
        collections().deleteUser(person.id(), collection());
    }

    private CollectionIndexStore collections() {
        return application.storage().people().collections();
    }

    private UUID collection() {
        return rules.rules().collection().get().id();
    }

    private CollectionCheckRun compare() {
        return application.doctor().compare().run(ProgressListener.NONE);
    }

    private List<Discrepancy> found(CollectionCheckRun run) {
        return application
                .doctor()
                .discrepancies()
                .page(run.id(), DiscrepancyKind.RULE_FINDS_NOBODY, Optional.empty(), 10);
    }

    private void pause(CollectionCheckRun run) {
        var _ = application.doctor().remedies().order(run, List.of(DiscrepancyKind.RULE_FINDS_NOBODY), Duration.ZERO);
        TestApplication.await(application, () -> {
            // The clock skips the back-off of waiting steps.
            clock.move(Duration.ofMinutes(10));
            application.enrol().runner().wake();
            return found(run).getFirst().state() != DiscrepancyState.ORDERED;
        });
    }

    private WeekSchedule schedule(RuleRecord rule) {
        return entry(rule).remote().orElseThrow().content().schedule();
    }
}
