package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.local.vms.Fault;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.DraftCheck;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow.Outcome;
import io.vestibule.rules.Watch;
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

/// Rules that are not any more what was meant.
class RulesDriftTest extends RulesFixture {

    @Test
    void aChangeOnTheVmsIsSeenAndIsNotOverwrittenUnasked() {
        RuleRecord rule = sent("Guests");
        AlertRule before = entry(rule).there().orElseThrow();
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
        AlertRule theirs = rules.send().send(rule.id()) instanceof Outcome.Changed changed ? changed.now() : before;
        assertThat(theirs.content().name()).isEqualTo("Renamed by somebody");

        assertThat(rules.send().sendOver(rule.id(), theirs)).isInstanceOf(Outcome.Done.class);
        assertThat(entry(rule).there().orElseThrow().content().name()).isEqualTo("Mine");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void whatSomebodyElseMadeOfItCanBeTakenOver() {
        RuleRecord rule = sent("Guests");
        AlertRule before = entry(rule).there().orElseThrow();
        vms().update(before, before.content().withName("Better name"));

        rules.send().takeTheirs(rule.id(), entry(rule).there().orElseThrow());

        assertThat(entry(rule).name()).isEqualTo("Better name");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleDeletedOnTheVmsIsToldAndCanBeMadeAgain() {
        RuleRecord rule = sent("Guests");
        vms().delete(entry(rule).there().orElseThrow().id());

        assertThat(entry(rule).state()).isEqualTo(RuleState.GONE_THERE);
        assertThat(rules.send().send(rule.id())).isInstanceOf(Outcome.Gone.class);
        assertThat(rules.send().sendAgain(rule.id())).isInstanceOf(Outcome.Done.class);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aGroupThatGrowsIsToldAndSentByItselfOnlyWhereThatWasAskedFor() {
        Person ada = enrol(0);
        PeopleQuery visitors = new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
        RuleDraft asked = draft(ada).withWho(new PeopleChoice(List.of(), List.of(visitors)));
        RuleRecord still = rules.flow().duplicate(asked, "Still");
        RuleRecord moving = rules.flow().duplicate(asked.withKeepsUp(true), "Moving");
        rules.send().send(still.id());
        rules.send().send(moving.id());

        Person bea = enrol(1);
        Watch watch = rules.drift().check();

        assertThat(entry(still, watch).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry(still, watch).findings()).containsExactly(Problem.of("rules.members-changed", 1L));
        assertThat(entry(moving, watch).state()).isEqualTo(RuleState.SENT);
        assertThat(watch.keptUp()).isEqualTo(1);
        assertThat(entry(moving, watch)
                        .there()
                        .orElseThrow()
                        .people()
                        .orElseThrow()
                        .userIds())
                .containsExactlyInAnyOrder(
                        ada.externalId().toString(), bea.externalId().toString());
    }

    @Test
    void hoursSentAsUtcAreOutdatedWhenTheClocksChange() {
        Person person = active("Ada");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(person).withWhen(new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_UTC)),
                        "Office");
        rules.send().send(rule.id());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);

        clock.move(Duration.ofDays(12));

        assertThat(entry(rule).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.clock-changed"));
    }

    @Test
    void somebodyRemovedIsMissedInTheRuleThatNamesThem() {
        Person person = active("Ada");
        RuleRecord rule = rules.flow().duplicate(draft(person), "Guests");
        rules.send().send(rule.id());

        house.cellar().people().persons().setRemoved(person.id(), Optional.of(clock.instant()));

        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.people-gone", 1L));
        assertThat(entry(rule).needsLook()).isTrue();
    }

    @Test
    void aVmsThatCannotBeReadIsToldAndOursAreListedAllTheSame() {
        RuleRecord rule = sent("Guests");
        house.vms().embedded().faults().next("GET", Fault.ILL, false);

        Watch watch = rules.drift().check();

        assertThat(watch.offline()).map(Problem::code).contains("vms.ill");
        assertThat(entry(rule, watch).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void anotherCollectionAndCamerasAndEventsThatAreNotThereAreTold() {
        var elsewhere = vms().create(
                        sentContent("Elsewhere").withMeta(new RuleMeta.KnownPeople("Other_company", List.of("x"))),
                        vms().ruleIds())
                .rule();
        Watch watch = rules.drift().check();
        assertThat(watch.entries().stream()
                        .filter(found -> found.name().equals(elsewhere.content().name()))
                        .flatMap(found -> found.findings().stream()))
                .extracting(Problem::code)
                .contains("rules.wrong-collection");

        var draft = draft(active("Ada")).withCameras(List.of(849L, 999L)).withAliases(List.of("motion", "smoke"));
        var members = rules.rules()
                .roster()
                .members(draft.who(), rules.rules().collection().get());
        assertThat(DraftCheck.of(draft, members, watch.picture()))
                .filteredOn(DraftProblem::blocks)
                .extracting(found -> found.problem())
                .containsExactly(Problem.of("rules.camera-missing", 1L), Problem.of("rules.event-missing", 1L));
        RuleRecord rule = rules.flow().duplicate(draft, "Nowhere");
        assertThat(rules.send().send(rule.id())).isInstanceOf(Outcome.Blocked.class);
        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);
    }
}
