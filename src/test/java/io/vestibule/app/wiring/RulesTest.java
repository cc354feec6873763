package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.rehearse.RehearsalScenario;
import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.rehearse.TraceStep.TraceStage;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.VmsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rules from draft to deletion.
class RulesTest extends RulesFixture {

    @Test
    void aRuleIsSentOnceItsPersonIsSearchableAndFiresForThem() throws Exception {
        Person ada = enrol(0);
        RuleRecord rule = rules.flow().create();
        rules.flow().save(rule.id(), draft(ada));
        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);

        SendResult sendResult = rules.send().send(rule.id());

        assertThat(sendResult).isInstanceOf(SendResult.Done.class);
        AlertRule there = entry(rule).remote().orElseThrow();
        assertThat(there.content().cameraIds()).containsExactly(849L);
        assertThat(there.knownPeople().orElseThrow().userIds()).containsExactly(ada.externalId());
        assertThat(there.knownPeople().orElseThrow().collection())
                .isEqualTo(application
                        .storage()
                        .people()
                        .companies()
                        .active()
                        .orElseThrow()
                        .collectionId());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(rule).findings()).isEmpty();

        byte[] probe = rules.rehearse().sample();
        var faceSearchResult =
                rules.rehearse().search(there.knownPeople().orElseThrow().collection(), probe);
        List<String> members = entry(rule).members().userIds();
        var noon = new RehearsalScenario(849, "motion", clock.instant(), 80);
        Trace fires = Trace.evaluate(
                faceSearchResult,
                noon,
                draft(ada),
                members,
                rules.rehearse().events(849),
                clock.instant(),
                DayOverrides.NONE);
        assertThat(fires.firstFailure()).isEmpty();
        assertThat(fires.steps())
                .extracting(step -> step.stage())
                .contains(TraceStage.MATCH, TraceStage.NEXT, TraceStage.MEMBER);

        assertThat(failed(faceSearchResult, new RehearsalScenario(850, "motion", clock.instant(), 80), ada, members))
                .isEqualTo(TraceStage.CAMERA);
        assertThat(failed(
                        faceSearchResult,
                        new RehearsalScenario(849, "line_crossing", clock.instant(), 80),
                        ada,
                        members))
                .isEqualTo(TraceStage.EVENT);
        assertThat(failed(
                        faceSearchResult,
                        new RehearsalScenario(849, "motion", Instant.parse("2026-03-21T12:00:00Z"), 80),
                        ada,
                        members))
                .isEqualTo(TraceStage.SCHEDULE);
        assertThat(failed(faceSearchResult, new RehearsalScenario(849, "motion", clock.instant(), 100), ada, members))
                .isEqualTo(TraceStage.MATCH);
        assertThat(failed(faceSearchResult, noon, ada, List.of())).isEqualTo(TraceStage.MEMBER);
    }

    @Test
    void aRuleWhosePersonHasNoPhotoIsNotSentAndSaysWhy() {
        Person waiting = stranger("Not Yet", PersonKind.VISITOR);
        RuleRecord rule = rules.flow().create();
        rules.flow().save(rule.id(), draft(waiting));

        assertThat(rules.send().send(rule.id()))
                .isInstanceOfSatisfying(
                        SendResult.Blocked.class,
                        blocked -> assertThat(blocked.problems())
                                .anyMatch(problem -> problem.problem().equals(Problem.of("rules.nobody-matches"))));
        assertThat(vms().rules()).hasSize(3);
    }

    /// Every way in which a creation can fail, with the rule stored by the VMS and without.
    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"SLOW", "MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void noFaultLosesOrDoublesARule(VmsFault vmsFault) {
        for (boolean done : List.of(true, false)) {
            RuleRecord rule = known("Rule " + done);
            application.vms().embedded().faults().failNext("POST", vmsFault, done);
            try {
                rules.send().send(rule.id());
            } catch (VmsException expected) {
                assertThat(entry(rule).state()).isIn(RuleState.DRAFT, RuleState.UNSURE, RuleState.SENT);
            }
            rules.drift().reconcile();
            rules.send().send(rule.id());

            assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
            assertThat(vms().rules().stream()
                            .filter(there -> there.content().name().equals("Rule " + done)))
                    .hasSize(1);
        }
    }

    @Test
    void aDeletionCanBeTakenBackForTenSecondsAndIsThenDoneOnTheVms() {
        RuleRecord rule = sent("Guests");
        rules.flow().delete(rule.id());
        assertThat(rules.drift().reconcile().entries())
                .noneMatch(found -> found.name().equals("Guests"));
        assertThat(vms().rules()).hasSize(4);

        assertThat(rules.flow().restore(rule.id())).isTrue();
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);

        rules.flow().delete(rule.id());
        clock.move(Duration.ofSeconds(10));
        rules.drift().reconcile();
        assertThat(vms().rules()).hasSize(3);
        assertThat(rules.flow().restore(rule.id())).isFalse();
    }

    @Test
    void rulesOfOthersAreListedAndAKnownPeopleRuleCanBeTakenOverWithItsStrangers() {
        AlertRule foreign =
                vms().create(sentContent("Foreign"), vms().ruleIds()).rule();
        assertThat(rules.drift().reconcile().entries())
                .filteredOn(found -> found.state() == RuleState.OTHERS)
                .extracting(RuleEntry::name)
                .contains("Laptop left behind", "Gate held open", "Movement in the car park", "Foreign");

        RuleRecord taken = rules.flow().adopt(foreign);

        assertThat(entry(taken).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(taken).members().unknown()).containsExactly("somebody-elses-id");
        rules.flow().save(taken.id(), taken.draft().withName("Renamed"));
        rules.send().send(taken.id());
        assertThat(entry(taken)
                        .remote()
                        .orElseThrow()
                        .knownPeople()
                        .orElseThrow()
                        .userIds())
                .containsExactly("somebody-elses-id");
        assertThatThrownBy(() -> rules.flow().adopt(vms().rule(new RemoteRuleId(vms().id(), 137))))
                .isInstanceOf(RuleException.class);
    }

    @Test
    void rulesComeBackFromAFileAsTheyWere() {
        RuleDraft draft = draft(active("Ada"))
                .withName("Guests")
                .withTimetable(new Timetable(Preset.NIGHTS_AND_WEEKENDS.week(), BERLIN, ZoneReading.AS_UTC))
                .withPeople(new PeopleChoice(
                        List.of("a", "b"), List.of(new PeopleQuery(Optional.of(PersonKind.WATCH), Optional.empty()))));

        String file = rules.flow().export(List.of(draft, draft.withName("Second")));

        assertThat(rules.flow().importFrom(file).imported())
                .extracting(RuleRecord::draft)
                .containsExactly(draft, draft.withName("Second"));
        assertThat(rules.flow()
                        .importFrom(sentContent("From the VMS").body().pretty())
                        .imported())
                .singleElement()
                .matches(record -> record.draft().people().userIds().equals(List.of("somebody-elses-id")));
        assertThatThrownBy(() -> rules.flow().importFrom("{}")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> rules.flow().importFrom("no json")).isInstanceOf(RuleException.class);
    }

    @Test
    void receptionSeesRulesAndChangesNone() {
        RuleRecord rule = sent("Guests");
        var desk = application.storage().operators().add("Robin", Role.RECEPTION);
        application.storage().operators().signIn(desk.id());

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThatThrownBy(() -> rules.flow().create()).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> rules.flow().delete(rule.id())).isInstanceOf(AuditException.class);
    }

    private TraceStage failed(
            io.vestibule.rules.rehearse.FaceSearch.FaceSearchResult faceSearchResult,
            RehearsalScenario rehearsalScenario,
            Person person,
            List<String> members) {
        return Trace.evaluate(
                        faceSearchResult,
                        rehearsalScenario,
                        draft(person),
                        members,
                        List.of(),
                        clock.instant(),
                        DayOverrides.NONE)
                .firstFailure()
                .orElseThrow()
                .stage();
    }
}
