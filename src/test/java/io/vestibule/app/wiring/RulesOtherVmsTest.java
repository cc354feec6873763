package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rule belongs to the VMS that it was sent to. Another VMS has its own rule of the same number, which is
/// left alone byte for byte.
class RulesOtherVmsTest extends RulesFixture {

    @TempDir
    Path elsewhere;

    private SecondVms other;
    private AlertRule theirs;
    private List<String> before;

    @BeforeEach
    void begin() {
        other = new SecondVms(elsewhere);
        theirs = other.create(sentContent("Theirs"));
        before = other.bytes();
    }

    @AfterEach
    void end() {
        other.close();
    }

    @Test
    void theirRuleOfTheSameNumberIsNeitherComparedNorChangedNorDeleted() {
        RuleRecord ours = sent("Ours");
        assertThat(there(ours).id().number()).isEqualTo(theirs.id().number());
        use();

        DriftReport report = rules.drift().reconcile();

        assertThat(entry(ours, report).state()).isEqualTo(RuleState.ELSEWHERE);
        assertThat(entry(ours, report).remote()).isEmpty();
        assertThat(entry(ours, report).findings()).isEmpty();
        assertThat(report.attentionCount()).isZero();
        assertThat(report.entries())
                .filteredOn(entry -> entry.name().equals("Theirs"))
                .singleElement()
                .matches(entry -> entry.state() == RuleState.OTHERS);
        SendFlow send = rules.send();
        refused(() -> rules.flow().delete(ours.id()));
        refused(() -> rules.flow().save(ours.id(), ours.draft().withName("Edited")));
        refused(() -> send.send(ours.id()));
        refused(() -> send.recreate(ours.id()));
        refused(() -> send.overwriteRemote(ours.id(), theirs));
        refused(() -> send.acceptRemote(ours.id(), theirs));
        untouched();
        back();
        assertThat(entry(ours).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void theClientOfOneVmsTakesNoRuleOfAnother() {
        AlertRule ours = there(sent("Ours"));

        for (Runnable call : List.<Runnable>of(
                () -> other.hands().delete(ours),
                () -> other.hands().update(ours, ours.content().withName("Renamed")),
                () -> other.hands().rule(ours.id()),
                () -> other.hands().create(ours.content(), vms().ruleIds()))) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            VmsException.class, e -> assertThat(e.failure()).isInstanceOf(VmsFailure.OtherVms.class));
        }
        untouched();
    }

    /// Removed people, holidays, groups that keep up, and deletions.
    @Test
    void whatRunsByItselfWaitsForTheVmsOfTheRule() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord both = sentFor("Both", PeopleChoice.NOBODY.with(id(ada)).with(id(bea)));
        RuleRecord group = rules.flow()
                .duplicate(
                        draft(ada)
                                .withPeople(PeopleChoice.NOBODY.with(everybody()))
                                .withAutoUpdate(true),
                        "Group");
        rules.send().send(group.id());
        RuleRecord doomed = sent("Doomed");
        rules.flow().delete(doomed.id());
        use();

        rules.cascade()
                .changeWithCascade(
                        ada.id(),
                        Optional.empty(),
                        () -> application.enrol().commands().remove(ada.id()));
        clock.move(Undo.WINDOW.plusSeconds(1));
        cascaded();
        active("Joined");
        LocalDate today = LocalDate.of(2026, 3, 20);
        rules.holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        rules.holidays().company(),
                        "Holiday",
                        today,
                        today.plusDays(30),
                        DayEffect.SILENCED,
                        Optional.empty()));
        DriftReport report = rules.drift().reconcile();

        untouched();
        assertThat(entry(doomed, report).state()).isEqualTo(RuleState.ELSEWHERE);
        assertThat(entry(doomed, report).findings())
                .extracting(problem -> problem.code())
                .containsExactly("rules.deletion-waits");

        back();
        rules.drift().reconcile();
        cascaded();
        DriftReport home = rules.drift().reconcile();
        assertThat(there(both).knownPeople().orElseThrow().userIds()).containsExactly(id(bea));
        assertThat(there(group).knownPeople().orElseThrow().userIds())
                .hasSize(4)
                .doesNotContain(id(ada));
        assertThat(home.entries().stream()
                        .flatMap(entry -> entry.local().stream())
                        .flatMap(rule -> rule.sent().stream()))
                .hasSize(2)
                .allMatch(sent -> sent.override().isPresent());
        assertThat(home.entries()).noneMatch(entry -> entry.name().equals("Doomed"));
        assertThat(home.attentionCount()).isZero();
    }

    @Test
    void aRuleOfAnotherVmsIsCreatedHereAsADraftAndCanBeTakenOffTheList() {
        RuleRecord ours = sent("Ours");
        use();

        RuleRecord made = rules.flow().createHere(ours.id());
        assertThat(made.draft()).isEqualTo(ours.draft().withCameras(List.of()));
        assertThat(made.vms()).isEqualTo(vms().id());
        RuleRecord forgotten = rules.flow().forget(ours.id());

        assertThat(rules.drift().reconcile().entries()).noneMatch(entry -> has(entry, ours));
        rules.flow().remember(forgotten);
        assertThat(entry(ours).state()).isEqualTo(RuleState.ELSEWHERE);
        back();
        assertThat(entry(ours).state()).isEqualTo(RuleState.SENT);
        assertThatThrownBy(() -> rules.flow().forget(ours.id())).isInstanceOf(RuleException.class);
        untouched();
    }

    /// An older version stored no VMS. Only a VMS that has the rule, by more than its number, gets it.
    @Test
    void aRuleOfAnOlderVersionIsClaimedByTheVmsThatHasIt() {
        RuleRecord ours = sent("Ours");
        application.storage().database().with(handle -> handle.execute("update known_people_rule set vms = null"));
        use();

        assertThat(entry(ours).state()).isEqualTo(RuleState.ELSEWHERE);
        refused(() -> rules.send().send(ours.id()));
        untouched();
        back();
        assertThat(entry(ours).state()).isEqualTo(RuleState.SENT);
        assertThat(there(ours).id().vms()).isEqualTo(vms().id());
    }

    /// The VMS was installed again: it has another rule of our number.
    @Test
    void aRuleThatGotTheNumberOfOursIsNotOurs() {
        RuleRecord ours = sent("Ours");
        String stored = there(ours).raw().compact().replaceFirst("created_at\":\"20..", "created_at\":\"2019");
        application
                .storage()
                .database()
                .with(handle -> handle.execute("update known_people_rule set sent_rule = ?", stored));
        List<String> rulesThere =
                vms().rules().stream().map(rule -> rule.raw().compact()).toList();

        RuleEntry entry = entry(ours);

        assertThat(entry.state()).isEqualTo(RuleState.GONE_THERE);
        rules.flow().delete(ours.id());
        clock.move(Duration.ofMinutes(1));
        rules.drift().reconcile();
        assertThat(vms().rules().stream().map(rule -> rule.raw().compact())).isEqualTo(rulesThere);
    }

    private void use() {
        other.vms().faults().record();
        other.use(application);
    }

    private void back() {
        SecondVms.leave(application);
    }

    private void untouched() {
        assertThat(other.changes()).isEmpty();
        assertThat(other.bytes()).isEqualTo(before);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleException.class, e -> assertThat(e.problem().code()).isEqualTo("rules.other-vms"));
    }

    private static boolean has(RuleEntry entry, RuleRecord rule) {
        return entry.key().equals(rule.id().toString());
    }

    private RuleRecord sentFor(String name, PeopleChoice people) {
        RuleRecord rule = rules.flow().duplicate(draft(active("Anybody")).withPeople(people), name);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendFlow.SendResult.Done.class);
        return rule;
    }

    private AlertRule there(RuleRecord rule) {
        return vms().rule(rules.rules()
                .store()
                .find(rule.id())
                .orElseThrow()
                .sent()
                .orElseThrow()
                .rule()
                .id());
    }

    private static PeopleQuery everybody() {
        return new PeopleQuery(Optional.of(PersonKind.EMPLOYEE), Optional.empty());
    }

    private static String id(Person person) {
        return person.externalId();
    }
}
