package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Looking at the VMS, and what rules do by themselves then.
class DriftFlowTest extends RulesFixture {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);

    @Test
    void aGlanceNeedsNoVms() {
        RuleRecord rule = sent("Guests");
        faults().failNext("GET", VmsFault.ILL, false);

        DriftReport glance = rules.drift().reportWithoutNetwork(Optional.empty());

        assertThat(glance.offline()).isEmpty();
        assertThat(glance.snapshot()).isEmpty();
        assertThat(glance.entries())
                .extracting(RuleEntry::key)
                .containsExactly(rule.id().toString());
    }

    @Test
    void aGlanceGoesByWhatWasSeenLast() {
        sent("Guests");
        DriftReport before = rules.drift().reconcile();

        DriftReport glance = rules.drift().reportWithoutNetwork(Optional.of(before));

        assertThat(glance.snapshot()).isEqualTo(before.snapshot());
        assertThat(glance.entries()).isEqualTo(before.entries());
    }

    @Test
    void whatWasSeenLastStaysWhenTheVmsGoesAway() {
        assertThat(rules.drift().lastSnapshot()).isEmpty();
        rules.drift().reconcile();
        Optional<VmsSnapshot> seen = rules.drift().lastSnapshot();
        assertThat(seen).isPresent();
        faults().failNext("GET", VmsFault.ILL, false);

        assertThat(rules.drift().reconcile().offline()).map(Problem::code).contains("vms.ill");

        assertThat(rules.drift().lastSnapshot()).isEqualTo(seen);
    }

    /// Neither the rule whose row has no id nor the one that is really gone is told to be deleted, because nobody
    /// can know which of them the row is. A number that another rule has now is free of doubt.
    @Test
    void aRuleIsNotDeletedForARowThatCannotBeRead() {
        RuleRecord hidden = sent("Hidden");
        RuleRecord gone = sent("Gone");
        RuleRecord seen = sent("Seen");
        vms().delete(there(gone));
        faults().loseIds(Set.of(there(hidden).id().number()));

        DriftReport report = rules.drift().reconcile();

        assertThat(report.offline()).isEmpty();
        assertThat(report.unreadable()).isEqualTo(1);
        for (RuleRecord unknown : List.of(hidden, gone)) {
            assertThat(entry(unknown, report).state()).isEqualTo(RuleState.SENT);
            assertThat(entry(unknown, report).findings())
                    .extracting(Problem::code)
                    .containsExactly("rules.not-listed");
        }
        assertThat(entry(seen, report).findings()).isEmpty();
        assertThat(report.attentionCount()).isEqualTo(2);

        faults().loseIds(Set.of());
        DriftReport whole = rules.drift().reconcile();
        assertThat(entry(hidden, whole).findings()).isEmpty();
        assertThat(entry(gone, whole).state()).isEqualTo(RuleState.GONE_THERE);
    }

    @Test
    void onlyRulesOfOursNeedALook() {
        RuleRecord rule = sent("Guests");
        vms().create(sentContent("Foreign"), vms().ruleIds());
        assertThat(rules.drift().reconcile().attentionCount()).isZero();

        vms().delete(there(rule));

        assertThat(rules.drift().reconcile().attentionCount()).isEqualTo(1);
    }

    @Test
    void aRuleThatKeepsUpKeepsTheEditsThatNobodySent() {
        Person ada = visitor("Ada");
        RuleRecord rule = keepsUp();
        rules.flow().save(rule.id(), rule.draft().withName("Not sent yet"));
        Person bea = visitor("Bea");

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.autoUpdated()).isEqualTo(1);
        assertThat(entry(rule, driftReport).state()).isEqualTo(RuleState.EDITED);
        assertThat(entry(rule, driftReport).name()).isEqualTo("Not sent yet");
        assertThat(there(rule).content().name()).isEqualTo("Keeps up");
        assertThat(there(rule).knownPeople().orElseThrow().userIds()).containsExactlyInAnyOrder(id(ada), id(bea));
    }

    @Test
    void aRuleThatKeepsUpIsNotSentForNobody() {
        Person ada = visitor("Ada");
        RuleRecord rule = keepsUp();
        set(ada, CollectionUser.NONE);

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.offline()).isEmpty();
        assertThat(driftReport.autoUpdated()).isZero();
        assertThat(entry(rule, driftReport).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(there(rule).knownPeople().orElseThrow().userIds()).containsExactly(id(ada));
    }

    @Test
    void aRuleThatKeepsUpIsNotSentForSomebodyChosenWhoCannotBeFound() {
        Person chosen = active("Chosen");
        visitor("Ada");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(chosen)
                                .withPeople(PeopleChoice.NOBODY.with(id(chosen)).with(visitors()))
                                .withAutoUpdate(true),
                        "Keeps up");
        rules.send().send(rule.id());
        AlertRule before = there(rule);
        set(chosen, CollectionUser.NONE);
        visitor("Bea");

        assertThat(rules.drift().reconcile().autoUpdated()).isZero();

        assertThat(there(rule)).isEqualTo(before);
    }

    @Test
    void aRuleThatKeepsUpDoesNotGoOverWhatOthersMadeOfIt() {
        visitor("Ada");
        RuleRecord rule = keepsUp();
        AlertRule before = there(rule);
        AlertRule theirs =
                vms().update(before, before.content().withName("Theirs")).rule();
        visitor("Bea");

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.autoUpdated()).isZero();
        assertThat(entry(rule, driftReport).state()).isEqualTo(RuleState.CHANGED_THERE);
        assertThat(there(rule)).isEqualTo(theirs);
    }

    @Test
    void aHolidayWaitsWhereTheVmsRefusesItsHoursAndTheRestOfTheLookGoesOn() {
        application.storage().settings().set(RuleKeys.ZONE, "Europe/Berlin");
        RuleRecord rule = sent("Guests");
        AlertRule before = there(rule);
        rules.holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        rules.holidays().company(),
                        "Holiday",
                        FRIDAY,
                        FRIDAY,
                        DayEffect.SILENCED,
                        Optional.empty()));
        faults().failNext("PUT", VmsFault.FORBIDDEN, false);

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.offline()).isEmpty();
        assertThat(entry(rule, driftReport).findings())
                .extracting(Problem::code)
                .containsExactly("vms.denied", "rules.calendar-waits");
        assertThat(entry(rule, driftReport).needsAttention()).isTrue();
        assertThat(there(rule)).isEqualTo(before);
    }

    @Test
    void aRefusedDeletionIsToldAtItsRuleAndTheOthersGoOn() {
        Person ada = visitor("Ada");
        RuleRecord doomed = sent("Doomed");
        RuleRecord other = keepsUp();
        rules.flow().delete(doomed.id());
        clock.move(SendFlow.UNDO_WINDOW.plusSeconds(1));
        Person bea = visitor("Bea");
        faults().failNext("DELETE", VmsFault.FORBIDDEN, false);

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.offline()).isEmpty();
        assertThat(driftReport.autoUpdated()).isEqualTo(1);
        assertThat(there(other).knownPeople().orElseThrow().userIds()).containsExactlyInAnyOrder(id(ada), id(bea));
        RuleEntry shown = entry(doomed, driftReport);
        assertThat(shown.state()).isEqualTo(RuleState.SENT);
        assertThat(shown.findings()).extracting(Problem::code).containsExactly("rules.not-deleted", "vms.denied");
        assertThat(shown.needsAttention()).isTrue();
        assertThat(entry(doomed).findings()).isEqualTo(shown.findings());

        rules.flow().delete(doomed.id());
        clock.move(SendFlow.UNDO_WINDOW.plusSeconds(1));

        assertThat(rules.drift().reconcile().entries())
                .noneMatch(entry -> entry.name().equals("Doomed"));
        assertThat(rules.rules().store().find(doomed.id())).isEmpty();
    }

    @Test
    void aDeletionThatMeetsAFaultOfTheVmsIsTriedAgainAndTheOthersGoOn() {
        RuleRecord doomed = sent("Doomed");
        RuleRecord alsoDoomed = sent("Also doomed");
        rules.flow().delete(doomed.id());
        rules.flow().delete(alsoDoomed.id());
        clock.move(SendFlow.UNDO_WINDOW.plusSeconds(1));
        faults().failNext("DELETE", VmsFault.ILL, false);

        assertThat(rules.drift().reconcile().offline()).isEmpty();
        assertThat(rules.rules()
                        .store()
                        .find(alsoDoomed.id())
                        .or(() -> rules.rules().store().find(doomed.id())))
                .isPresent();

        rules.drift().reconcile();
        assertThat(rules.rules().store().find(doomed.id())).isEmpty();
        assertThat(rules.rules().store().find(alsoDoomed.id())).isEmpty();
    }

    @Test
    void theOthersKeepUpWhenTheUpdateOfOneIsRefused() {
        visitor("Ada");
        List<RuleRecord> both = List.of(keepsUp(), keepsUp());
        visitor("Bea");
        faults().failNext("PUT", VmsFault.FORBIDDEN, false);

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.offline()).isEmpty();
        assertThat(driftReport.autoUpdated()).isEqualTo(1);
        assertThat(both.stream()
                        .map(rule -> entry(rule, driftReport))
                        .filter(entry -> entry.findings().stream()
                                .anyMatch(finding -> finding.code().equals("vms.denied"))))
                .hasSize(1)
                .allMatch(RuleEntry::needsAttention);
        assertThat(rules.drift().reconcile().attentionCount()).isZero();
    }

    @Test
    void aRuleForSomebodyWhoCanNeverMatchSaysSoAndIsNotSent() {
        Person ada = visitor("Ada");
        RuleRecord rule = rules.flow().duplicate(draft(ada), "Ada alone");
        rules.send().send(rule.id());
        empty(ada);

        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.nobody-matches"));
        assertThat(entry(rule).needsAttention()).isTrue();
        assertThat(rules.send().send(rule.id()))
                .isInstanceOfSatisfying(
                        SendFlow.SendResult.Blocked.class,
                        blocked -> assertThat(blocked.problems())
                                .extracting(DraftProblem::problem)
                                .containsExactly(Problem.of("rules.nobody-matches")));
    }

    @Test
    void aRuleForSomebodyWhoCanNeverMatchAmongOthersNamesTheirNumber() {
        Person ada = visitor("Ada");
        Person bea = visitor("Bea");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(ada).withPeople(PeopleChoice.NOBODY.with(id(ada)).with(id(bea))), "Both");
        rules.send().send(rule.id());
        empty(ada);

        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.never-match", 1));
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendFlow.SendResult.Blocked.class);
    }

    /// The person has a user without a face, as after the removal of the last photo.
    private void empty(Person person) {
        var collections = application.storage().people().collections();
        var collection = rules.rules().collection().get().id();
        collections.deleteUser(person.id(), collection);
        collections.saveUser(new CollectionUser(person.id(), collection, id(person), CollectionUser.ACTIVE));
    }

    @Test
    void withoutRulesNothingNeedsALook() {
        DriftReport driftReport = rules.drift().reconcile();

        assertThat(driftReport.attentionCount()).isZero();
        assertThat(driftReport.autoUpdated()).isZero();
        assertThat(driftReport.entries()).hasSize(3).allMatch(entry -> entry.state() == RuleState.OTHERS);
    }

    private RuleRecord keepsUp() {
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(active("Employee"))
                                .withPeople(PeopleChoice.NOBODY.with(visitors()))
                                .withAutoUpdate(true),
                        "Keeps up");
        rules.send().send(rule.id());
        return rule;
    }

    private static PeopleQuery visitors() {
        return new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
    }

    private Person visitor(String name) {
        Person person = stranger(name, PersonKind.VISITOR);
        set(person, CollectionUser.ACTIVE);
        return person;
    }

    private void set(Person person, String status) {
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new CollectionUser(
                        person.id(), rules.rules().collection().get().id(), id(person), status));
    }

    private AlertRule there(RuleRecord rule) {
        RemoteRuleId number = rules.rules()
                .store()
                .find(rule.id())
                .flatMap(RuleRecord::sent)
                .orElseThrow()
                .rule()
                .id();
        return vms().rule(number);
    }

    private static String id(Person person) {
        return person.externalId();
    }
}
