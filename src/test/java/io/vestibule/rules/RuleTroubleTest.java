package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A problem of one rule is reported for that rule, and for no other.
class RuleTroubleTest extends RulesFixture {

    @Test
    void aRuleThatIsBeingSentTroublesNoOther() throws Exception {
        RuleRecord settled = sent("Settled");
        RuleRecord slow = known("Slow");
        faults().failNext("POST", VmsFault.SLOW, true);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = threads.submit(() -> rules.send().send(slow.id()));
            while (vms().rules().stream()
                    .noneMatch(rule -> rule.content().name().equals("Slow"))) {
                Thread.onSpinWait(); // each poll is a call over HTTP
            }

            DriftReport meanwhile = rules.drift().reconcile();

            assertThat(meanwhile.attentionCount()).isZero();
            assertThat(meanwhile.entries()).noneMatch(RuleEntry::needsAttention);
            assertThat(entry(settled, meanwhile).state()).isEqualTo(RuleState.SENT);
            assertThat(meanwhile.entries())
                    .filteredOn(entry -> entry.name().equals("Slow"))
                    .singleElement()
                    .matches(entry -> entry.local().isPresent());
            faults().release();
            assertThat(sending.get()).isInstanceOf(SendFlow.SendResult.Done.class);

            // Read before it was sent, so that it says nothing about it.
            DriftReport glance = rules.drift().reportWithoutNetwork(Optional.of(meanwhile));
            assertThat(entry(slow, glance).state()).isEqualTo(RuleState.SENT);
        }
        assertThat(rules.drift().reconcile().attentionCount()).isZero();
    }

    @Test
    void aRowThatCannotBeReadStopsNoOtherRule() {
        RuleRecord good = sent("Good");
        RuleRecord bad = sent("Bad");
        AlertRule before = there(bad);
        application
                .storage()
                .database()
                .with(handle -> handle.execute(
                        "update known_people_rule set draft = '{', sent_rule = '{' where id = ?",
                        bad.id().value()));

        DriftReport driftReport = rules.drift().reconcile();

        assertThat(entry(good, driftReport).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(bad, driftReport).findings()).extracting(Problem::code).contains("rules.unreadable-row");
        assertThat(entry(bad, driftReport).needsAttention()).isTrue();
        assertThatThrownBy(() -> rules.send().send(bad.id())).isInstanceOf(RuleException.class);
        rules.flow().delete(bad.id());
        clock.move(java.time.Duration.ofMinutes(1));
        rules.drift().reconcile();
        assertThat(vms().rule(before.id())).isEqualTo(before);
    }

    @Test
    void anEditDoesNotHideThatTheMembersChanged() {
        Person ada = visitor("Ada");
        RuleRecord rule =
                rules.flow().duplicate(draft(ada).withPeople(PeopleChoice.NOBODY.with(visitors())), "Visitors");
        rules.send().send(rule.id());
        visitor("Bea");
        rules.flow().save(rule.id(), rule.draft().withName("Edited"));

        RuleEntry entry = entry(rule);

        assertThat(entry.state()).isEqualTo(RuleState.EDITED);
        assertThat(entry.findings()).extracting(Problem::code).contains("rules.members-changed");
        assertThat(entry.needsAttention()).isTrue();
    }

    @Test
    void aRuleWhoseSiteIsGoneSaysSoAndIsNotSent() {
        Person ada = visitor("Ada");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(ada)
                                .withPeople(PeopleChoice.NOBODY
                                        .with(id(ada))
                                        .with(new io.vestibule.rules.who.PeopleQuery(
                                                Optional.empty(), Optional.of(io.vestibule.base.SiteId.mint())))),
                        "Site");

        assertThat(rules.send().send(rule.id()))
                .isInstanceOfSatisfying(
                        SendFlow.SendResult.Blocked.class,
                        blocked -> assertThat(blocked.problems())
                                .extracting(problem -> problem.problem().code())
                                .contains("rules.site-gone"));
    }

    private Person visitor(String name) {
        Person person = stranger(name, PersonKind.VISITOR);
        set(person, CollectionUser.ACTIVE);
        return person;
    }

    private static PeopleQuery visitors() {
        return new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
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

    private void set(Person person, String status) {
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new CollectionUser(
                        person.id(), rules.rules().collection().get().id(), id(person), status));
    }
}
