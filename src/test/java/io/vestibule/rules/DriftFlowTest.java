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
import java.time.LocalDate;
import java.util.Optional;
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

    @Test
    void onlyRulesOfOursNeedALook() {
        RuleRecord rule = sent("Guests");
        vms().create(sentContent("Foreign"), vms().ruleIds());
        assertThat(rules.drift().reconcile().attentionCount()).isZero();

        vms().delete(there(rule).id());

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
        assertThat(entry(rule, driftReport).findings()).containsExactly(Problem.of("rules.calendar-waits"));
        assertThat(entry(rule, driftReport).needsAttention()).isTrue();
        assertThat(there(rule)).isEqualTo(before);
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
                .saveUser(new CollectionUser(
                        person.id(), rules.rules().collection().get().id(), id(person), status));
    }

    private AlertRule there(RuleRecord rule) {
        long number = rules.rules()
                .store()
                .find(rule.id())
                .flatMap(RuleRecord::sent)
                .orElseThrow()
                .rule()
                .id();
        return vms().rule(number);
    }

    private static String id(Person person) {
        return person.externalId().toString();
    }
}
