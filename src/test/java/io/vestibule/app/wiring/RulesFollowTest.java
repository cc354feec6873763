package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.journal.run.StepState;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.people.change.Undo;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rules that contain a person who is removed, merged or recreated.
class RulesFollowTest extends RulesFixture {

    private final List<String> jobs = List.of(RuleStep.FOLLOW_PERSON.key());

    @Test
    void aRemovalListsTheRulesAndTakesThePersonOutOfAllOfThemInOneStep() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord both = sentFor("Both", ada, bea);
        RuleRecord draft = rules.flow().duplicate(draft(ada), "Draft");
        RuleRecord other = sentFor("Other", bea);
        AlertRule elsewhere = vms().create(
                        sentContent("Elsewhere")
                                .withMeta(new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of(id(ada), "x"))),
                        vms().ruleIds())
                .rule();
        rules.drift().reconcile();

        assertThat(rules.cascade().rulesNaming(ada.id()))
                .containsExactly(
                        new PersonRuleReferences.RuleReference("Both", PersonRuleReferences.RuleOrigin.SENT, false),
                        new PersonRuleReferences.RuleReference("Draft", PersonRuleReferences.RuleOrigin.DRAFT, true),
                        new PersonRuleReferences.RuleReference(
                                "Elsewhere", PersonRuleReferences.RuleOrigin.ELSEWHERE, false));

        remove(ada);
        assertThat(onVms(both)).containsExactly(id(ada), id(bea));
        pass();

        assertThat(onVms(both)).containsExactly(id(bea));
        assertThat(entry(both).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(both).findings()).isEmpty();
        assertThat(entry(draft).local().orElseThrow().draft().people().userIds())
                .isEmpty();
        assertThat(entry(other).state()).isEqualTo(RuleState.SENT);
        assertThat(vms().rule(elsewhere.id()).knownPeople().orElseThrow().userIds())
                .containsExactly("x");
        assertThat(rules.cascade().rulesNaming(ada.id())).isEmpty();
    }

    /// What is listed is what is done: rules by group name the person on the VMS as well.
    @Test
    void rulesByGroupAreListedAndNameThePersonNoMore() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord byName = sentFor("By name", ada, bea);
        RuleRecord byGroup = byGroup("By group");
        assertThat(onVms(byGroup)).contains(id(ada));

        assertThat(rules.cascade().rulesNaming(ada.id()))
                .extracting(PersonRuleReferences.RuleReference::name)
                .containsExactly("By name", "By group");
        remove(ada);
        pass();

        assertThat(vms().rules().stream()
                        .flatMap(rule -> rule.knownPeople().stream())
                        .flatMap(people -> people.userIds().stream()))
                .doesNotContain(id(ada));
        assertThat(entry(byName).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(byGroup).state()).isEqualTo(RuleState.SENT);
        assertThat(onVms(byGroup)).containsExactly(id(bea));
    }

    @Test
    void aMergeDoesNotPutSomebodyIntoARuleOfAnotherGroup() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord byGroup = byGroup("By group");
        Person visitor = stranger("Ada again", io.vestibule.people.PersonKind.VISITOR);

        rules.cascade()
                .changeWithCascade(
                        ada.id(),
                        Optional.of(visitor.id()),
                        () -> application.enrol().commands().merge(ada.id(), visitor.id()));
        pass();

        assertThat(onVms(byGroup)).containsExactly(id(bea));
        assertThat(entry(byGroup).state()).isEqualTo(RuleState.SENT);
    }

    private RuleRecord byGroup(String name) {
        var employees = new io.vestibule.rules.who.PeopleQuery(
                Optional.of(io.vestibule.people.PersonKind.EMPLOYEE), Optional.empty());
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(stranger("Nobody", io.vestibule.people.PersonKind.VISITOR))
                                .withPeople(io.vestibule.rules.who.PeopleChoice.NOBODY.with(employees)),
                        name);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);
        return rule;
    }

    @Test
    void undoingARemovalKeepsTheRulesUnchanged() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord rule = sentFor("Both", ada, bea);

        assertThat(remove(ada).undo()).isTrue();
        pass();

        assertThat(onVms(rule)).containsExactly(id(ada), id(bea));
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    /// After a restart, the change is undone only from what the database has stored.
    @Test
    void undoingARemovalAfterARestartKeepsTheRulesToo() {
        Person ada = active("Ada");
        RuleRecord rule = sentFor("Both", ada, active("Bea"));
        remove(ada);
        reopen();

        assertThat(application.enrol().commands().undoable().getFirst().undo()).isTrue();
        pass();

        assertThat(onVms(rule)).contains(id(ada));
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void theProgramMayEndBetweenTheRemovalAndTheRules() {
        Person ada = active("Ada");
        RuleRecord rule = sentFor("Both", ada, active("Bea"));
        remove(ada);
        application.close();
        clock.move(Duration.ofMinutes(1));
        open();
        ended();

        assertThat(onVms(rule)).doesNotContain(id(ada)).hasSize(1);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void theProgramMayEndBetweenTheVmsAndOurRecord() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord rule = sentFor("Both", ada, bea);
        AlertRule there = entry(rule).remote().orElseThrow();
        vms().update(
                        there,
                        there.content()
                                .withMeta(new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of(id(bea)))));

        remove(ada);
        pass();

        assertThat(onVms(rule)).containsExactly(id(bea));
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"SLOW", "MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFaultOfTheVmsIsOutlived(VmsFault vmsFault) {
        for (boolean done : List.of(true, false)) {
            Person ada = active("Ada");
            Person bea = active("Bea");
            RuleRecord first = sentFor("First " + done, ada, bea);
            RuleRecord second = sentFor("Second " + done, ada, bea);
            application.vms().embedded().faults().failNext("PUT", vmsFault, done);

            remove(ada);
            pass();

            assertThat(onVms(first)).containsExactly(id(bea));
            assertThat(onVms(second)).containsExactly(id(bea));
            assertThat(entry(first).state()).isEqualTo(RuleState.SENT);
            assertThat(entry(second).state()).isEqualTo(RuleState.SENT);
        }
    }

    @Test
    void theOtherRulesFollowWhenTheVmsRefusesOne() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        List<RuleRecord> all =
                List.of(sentFor("First", ada, bea), sentFor("Second", ada, bea), sentFor("Third", ada, bea));
        application.vms().embedded().faults().failNext("PUT", VmsFault.FORBIDDEN, false);

        remove(ada);
        clock.move(Undo.WINDOW.plusSeconds(1));
        application.enrol().runner().wake();
        TestApplication.await(application, () -> {
            // The removal itself comes first.
            clock.move(Duration.ofMinutes(10));
            application.enrol().runner().wake();
            return application.storage().journal().openSteps(100).stream()
                    .anyMatch(step -> jobs.contains(step.kind())
                            && step.state() == StepState.PARKED
                            && step.problem().orElseThrow().code().equals("vms.denied"));
        });

        assertThat(all.stream().filter(rule -> onVms(rule).contains(id(ada)))).hasSize(1);
        ended();
        assertThat(all).allSatisfy(rule -> assertThat(onVms(rule)).containsExactly(id(bea)));
    }

    @Test
    void mergingPutsTheOneWhoStaysInThePlaceOfTheOther() {
        Person ada = active("Ada");
        Person twin = active("Ada again");
        RuleRecord one = sentFor("One", ada);
        RuleRecord both = sentFor("Both", twin, ada);

        rules.cascade()
                .changeWithCascade(
                        ada.id(),
                        Optional.of(twin.id()),
                        () -> application.enrol().commands().merge(ada.id(), twin.id()));
        pass();

        assertThat(onVms(one)).containsExactly(id(twin));
        assertThat(onVms(both)).containsExactly(id(twin));
        assertThat(entry(one).findings()).isEmpty();
        assertThat(entry(one).local().orElseThrow().draft().people().userIds()).containsExactly(id(twin));
    }

    @Test
    void aRuleWithoutOtherPeopleIsDeletedOnTheVmsAndKeptAsADraft() {
        Person ada = active("Ada");
        RuleRecord rule = sentFor("Alone", ada);
        assertThat(rules.cascade().rulesNaming(ada.id())).allMatch(PersonRuleReferences.RuleReference::onlyPerson);

        remove(ada);
        pass();

        assertThat(vms().rules()).hasSize(3);
        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);
    }

    @Test
    void aRecreatedUserReplacesTheOldOneInAllRules() {
        Person ada = active("Ada");
        RuleRecord rule = sentFor("Alone", ada);
        application.enrol().commands().remove(ada.id());
        pass();
        assertThat(entry(rule).members().unknown()).containsExactly(id(ada));
        Person again = active("Ada");
        assertThat(rules.cascade().rulesNamingUnknown(id(ada))).hasSize(1);

        rules.cascade().replace(id(ada), Optional.of(again.id()));
        ended();

        assertThat(onVms(rule)).containsExactly(id(again));
        assertThat(entry(rule).findings()).isEmpty();
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void editsAndChangesOfOthersStay() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord edited = sentFor("Edited", ada, bea);
        rules.flow().save(edited.id(), edited.draft().withName("Not sent yet"));
        RuleRecord changed = sentFor("Changed", ada, bea);
        AlertRule there = entry(changed).remote().orElseThrow();
        vms().update(there, there.content().withName("By somebody"));

        remove(ada);
        pass();

        assertThat(entry(edited).state()).isEqualTo(RuleState.EDITED);
        assertThat(entry(edited).name()).isEqualTo("Not sent yet");
        assertThat(entry(edited).remote().orElseThrow().content().name()).isEqualTo("Edited");
        assertThat(onVms(edited)).containsExactly(id(bea));
        assertThat(entry(changed).state()).isEqualTo(RuleState.CHANGED_THERE);
        assertThat(entry(changed).remote().orElseThrow().content().name()).isEqualTo("By somebody");
        assertThat(onVms(changed)).containsExactly(id(bea));
    }

    @Test
    void receptionMayNotAndThenNothingHasChanged() {
        Person ada = active("Ada");
        RuleRecord rule = sentFor("Both", ada, active("Bea"));
        application
                .storage()
                .operators()
                .signIn(application
                        .storage()
                        .operators()
                        .add("Robin", Role.RECEPTION)
                        .id());

        assertThatThrownBy(() -> remove(ada)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> rules.cascade().replace("x", Optional.empty())).isInstanceOf(AuditException.class);
        pass();

        assertThat(TestApplication.person(application, ada.id()).removed()).isEmpty();
        assertThat(onVms(rule)).contains(id(ada));
    }

    private Undo remove(Person person) {
        return rules.cascade()
                .changeWithCascade(
                        person.id(),
                        Optional.empty(),
                        () -> application.enrol().commands().remove(person.id()));
    }

    /// Lets the undo period pass, and waits until the rules have followed, or cannot.
    private void pass() {
        clock.move(Undo.WINDOW.plusSeconds(1));
        ended();
    }

    private void ended() {
        application.enrol().runner().wake();
        TestApplication.await(application, () -> {
            // The clock skips the back-off of waiting steps, and parked steps are retried as by a click.
            clock.move(Duration.ofMinutes(10));
            var open = application.storage().journal().openSteps(100).stream()
                    .filter(step -> jobs.contains(step.kind()))
                    .toList();
            open.stream()
                    .filter(step -> step.state() == StepState.PARKED)
                    .forEach(step -> application.enrol().jobs().retry(step.job()));
            application.enrol().runner().wake();
            return open.isEmpty();
        });
    }

    private void reopen() {
        application.close();
        open();
    }

    private RuleRecord sentFor(String name, Person... people) {
        var draft = draft(people[0]);
        for (Person person : people) {
            draft = draft.withPeople(draft.people().with(id(person)));
        }
        RuleRecord rule = rules.flow().duplicate(draft, name);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);
        return rule;
    }

    private List<String> onVms(RuleRecord rule) {
        return entry(rule).remote().orElseThrow().knownPeople().orElseThrow().userIds();
    }

    private static String id(Person person) {
        return person.externalId();
    }
}
