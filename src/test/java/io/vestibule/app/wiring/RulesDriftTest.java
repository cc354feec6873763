package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.DraftValidator;
import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.WeekSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rules that drifted from their desired content.
class RulesDriftTest extends RulesFixture {

    @Test
    void aChangeOnTheVmsIsDetectedAndNotOverwrittenAutomatically() {
        RuleRecord rule = sent("Guests");
        AlertRule before = entry(rule).remote().orElseThrow();
        vms().update(before, before.content().withName("Renamed by somebody").withSchedule(WeekSchedule.NEVER));

        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
        rules.flow()
                .save(
                        rule.id(),
                        rules.rules()
                                .store()
                                .find(rule.id())
                                .orElseThrow()
                                .draft()
                                .withName("Mine"));
        AlertRule theirs = rules.send().send(rule.id()) instanceof SendResult.Changed changed ? changed.now() : before;
        assertThat(theirs.content().name()).isEqualTo("Renamed by somebody");

        assertThat(rules.send().overwriteRemote(rule.id(), theirs)).isInstanceOf(SendResult.Done.class);
        assertThat(entry(rule).remote().orElseThrow().content().name()).isEqualTo("Mine");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aChangeByAnotherProgramCanBeAccepted() {
        RuleRecord rule = sent("Guests");
        AlertRule before = entry(rule).remote().orElseThrow();
        vms().update(before, before.content().withName("Better name"));

        rules.send().acceptRemote(rule.id(), entry(rule).remote().orElseThrow());

        assertThat(entry(rule).name()).isEqualTo("Better name");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleDeletedOnTheVmsIsReportedAndCanBeRecreated() {
        RuleRecord rule = sent("Guests");
        vms().delete(entry(rule).remote().orElseThrow());

        assertThat(entry(rule).state()).isEqualTo(RuleState.GONE_THERE);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Gone.class);
        assertThat(rules.send().recreate(rule.id())).isInstanceOf(SendResult.Done.class);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aGrowingGroupIsReportedAndSentAutomaticallyOnlyIfConfigured() {
        Person ada = enrol(0);
        PeopleQuery visitors = new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
        RuleDraft asked = draft(ada).withPeople(new PeopleChoice(List.of(), List.of(visitors)));
        RuleRecord still = rules.flow().duplicate(asked, "Still");
        RuleRecord moving = rules.flow().duplicate(asked.withAutoUpdate(true), "Moving");
        rules.send().send(still.id());
        rules.send().send(moving.id());

        Person bea = enrol(1);
        DriftReport driftReport = rules.drift().reconcile();

        assertThat(entry(still, driftReport).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry(still, driftReport).findings()).containsExactly(Problem.of("rules.members-changed", 1L));
        assertThat(entry(moving, driftReport).state()).isEqualTo(RuleState.SENT);
        assertThat(driftReport.autoUpdated()).isEqualTo(1);
        assertThat(entry(moving, driftReport)
                        .remote()
                        .orElseThrow()
                        .knownPeople()
                        .orElseThrow()
                        .userIds())
                .containsExactlyInAnyOrder(ada.externalId(), bea.externalId());
    }

    @Test
    void hoursSentAsUtcAreOutdatedWhenTheClocksChange() {
        Person person = active("Ada");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(person)
                                .withTimetable(new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_UTC)),
                        "Office");
        rules.send().send(rule.id());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);

        clock.move(Duration.ofDays(12));

        assertThat(entry(rule).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.clock-changed"));
    }

    @Test
    void aRemovedPersonIsReportedAsMissingInTheirRule() {
        Person person = active("Ada");
        RuleRecord rule = rules.flow().duplicate(draft(person), "Guests");
        rules.send().send(rule.id());

        application.storage().people().persons().setRemoved(person.id(), Optional.of(clock.instant()));

        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.people-gone", 1L));
        assertThat(entry(rule).needsAttention()).isTrue();
    }

    @Test
    void anUnreadableVmsIsReportedAndLocalRulesAreStillListed() {
        RuleRecord rule = sent("Guests");
        application.vms().embedded().faults().failNext("GET", VmsFault.ILL, false);

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.offline()).map(Problem::code).contains("vms.ill");
        assertThat(entry(rule, driftReport).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void anotherCollectionAndMissingCamerasAndEventsAreReported() {
        var elsewhere = vms().create(
                        sentContent("Elsewhere").withMeta(new RuleMeta.KnownPeople("Other_company", List.of("x"))),
                        vms().ruleIds())
                .rule();
        DriftReport driftReport = rules.drift().reconcile();
        assertThat(driftReport.entries().stream()
                        .filter(found -> found.name().equals(elsewhere.content().name()))
                        .flatMap(found -> found.findings().stream()))
                .extracting(Problem::code)
                .contains("rules.wrong-collection");

        var draft = draft(active("Ada")).withCameras(List.of(849L, 999L)).withEventAliases(List.of("motion", "smoke"));
        var members = rules.rules()
                .memberResolver()
                .resolve(draft.people(), rules.rules().collection().get());
        assertThat(DraftValidator.validate(draft, members, driftReport.snapshot()))
                .filteredOn(DraftProblem::blocks)
                .extracting(found -> found.problem())
                .containsExactly(Problem.of("rules.camera-missing", 1L), Problem.of("rules.event-missing", 1L));
        RuleRecord rule = rules.flow().duplicate(draft, "Nowhere");
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Blocked.class);
        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);
    }
}
