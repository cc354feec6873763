package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What rules write into the log: what was done, to which rule, and by whom. What was not done is not there.
class RuleAuditTest extends RulesFixture {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);

    @BeforeEach
    void berlin() {
        application.storage().settings().set(RuleKeys.ZONE, "Europe/Berlin");
    }

    @Test
    void aSendingIsLoggedWithTheRuleAndWhoSentIt() {
        RuleRecord rule = known("Guests");
        assertThat(actions()).isEmpty();

        rules.send().send(rule.id());

        assertThat(about(rule)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("rule.sent");
            assertThat(entry.operator())
                    .isEqualTo(Optional.of(application
                            .storage()
                            .session()
                            .operator()
                            .orElseThrow()
                            .id()));
        });
    }

    @Test
    void aSendingThatWasBlockedIsNotLogged() {
        RuleRecord rule = rules.flow().create();

        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Blocked.class);

        assertThat(actions()).isEmpty();
    }

    @Test
    void aSendingThatMetSomebodyElsesChangeIsNotLoggedUntilItIsSentOver() {
        RuleRecord rule = sent("Guests");
        AlertRule there = there(rule);
        vms().update(there, there.content().withName("Theirs"));
        rules.flow().save(rule.id(), rule.draft().withName("Mine"));

        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Changed.class);
        assertThat(actions()).containsExactly("rule.sent");

        rules.send().overwriteRemote(rule.id(), vms().rule(there.id()));
        assertThat(actions()).containsExactly("rule.sent", "rule.sent-over");
    }

    @Test
    void theRemoteVersionIsLoggedWhenItIsAccepted() {
        RuleRecord rule = sent("Guests");
        AlertRule there = there(rule);
        AlertRule theirs =
                vms().update(there, there.content().withName("Theirs")).rule();

        rules.send().acceptRemote(rule.id(), theirs);

        assertThat(actions()).containsExactly("rule.sent", "rule.remote-accepted");
        assertThat(about(rule)).hasSize(2);
    }

    @Test
    void aRuleThatIsAdoptedIsLogged() {
        AlertRule foreign =
                vms().create(sentContent("Foreign"), vms().ruleIds()).rule();

        RuleRecord adopted = rules.flow().adopt(foreign);

        assertThat(about(adopted)).extracting(entry -> entry.action()).containsExactly("rule.adopted");
    }

    @Test
    void aSendingOfARuleThatIsGoneIsNotLoggedUntilItIsMadeAgain() {
        RuleRecord rule = sent("Guests");
        vms().delete(there(rule));
        rules.flow().save(rule.id(), rule.draft().withName("Mine"));

        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Gone.class);
        assertThat(actions()).containsExactly("rule.sent");

        rules.send().recreate(rule.id());
        assertThat(actions()).containsExactly("rule.sent", "rule.sent");
    }

    @Test
    void aDeletionIsLoggedWhenTheVmsWasToldAndNotWhileItCanBeTakenBack() {
        RuleRecord rule = sent("Guests");
        rules.flow().delete(rule.id());
        rules.drift().reconcile();
        assertThat(actions()).containsExactly("rule.sent");

        clock.move(SendFlow.UNDO_WINDOW);
        rules.drift().reconcile();

        assertThat(actions()).containsExactly("rule.sent", "rule.deleted");
        assertThat(about(rule)).hasSize(2);
    }

    @Test
    void aRuleThatKeepsUpLogsIt() {
        RuleRecord rule = rules.flow().duplicate(everyVisitor().withAutoUpdate(true), "Keeps up");
        visitor("Ada");
        rules.send().send(rule.id());
        visitor("Bea");

        rules.drift().reconcile();

        assertThat(actions()).containsExactly("rule.sent", "rule.kept-up");
        assertThat(about(rule)).hasSize(2);
    }

    @Test
    void aHolidaySetFollowedAndRemovedIsLoggedThreeTimes() {
        RuleRecord rule = sent("Guests");
        Holiday holiday = new Holiday(
                UUID.randomUUID(),
                rules.holidays().company(),
                "Holiday",
                FRIDAY,
                FRIDAY,
                DayEffect.SILENCED,
                Optional.empty());

        rules.holidays().save(holiday);
        rules.drift().reconcile();
        rules.holidays().remove(holiday.id());

        assertThat(actions())
                .containsExactly("rule.sent", "rule.holiday-set", "rule.calendar-followed", "rule.holiday-removed");
        assertThat(about(rule)).hasSize(2);
        assertThat(about(holiday.id().toString())).hasSize(2);
    }

    @Test
    void aHolidayThatIsNotThereIsRemovedWithoutAWord() {
        rules.holidays().remove(UUID.randomUUID());

        assertThat(actions()).isEmpty();
    }

    @Test
    void rulesThatFollowSomebodyLogItOursByIdAndOthersByTheirNumber() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(ada)
                                .withPeople(PeopleChoice.NOBODY
                                        .with(ada.externalId())
                                        .with("elsewhere")),
                        "Ours");
        rules.send().send(rule.id());
        AlertRule foreign = vms().create(
                        sentContent("Foreign")
                                .withMeta(new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of("elsewhere"))),
                        vms().ruleIds())
                .rule();

        rules.cascade().replace("elsewhere", Optional.of(bea.id()));
        followed();

        assertThat(actions()).containsExactly("rule.sent", "rule.followed", "rule.of-others-followed");
        assertThat(about(rule)).extracting(AuditEntry::action).contains("rule.followed");
        assertThat(about(String.valueOf(foreign.id())))
                .extracting(AuditEntry::action)
                .containsExactly("rule.of-others-followed");
    }

    private void followed() {
        application.enrol().runner().wake();
        TestApplication.await(
                application,
                () -> application.storage().journal().openSteps(100).stream().noneMatch(RuleStep.FOLLOW_PERSON::is));
    }

    private RuleDraft everyVisitor() {
        PeopleQuery visitors = new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
        return draft(active("Nobody")).withPeople(new PeopleChoice(List.of(), List.of(visitors)));
    }

    private void visitor(String name) {
        Person person = stranger(name, PersonKind.VISITOR);
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new CollectionUser(
                        person.id(),
                        rules.rules().collection().get().id(),
                        person.externalId(),
                        CollectionUser.ACTIVE));
    }

    private AlertRule there(RuleRecord rule) {
        return entry(rule).remote().orElseThrow();
    }

    /// What rules did, oldest first.
    private List<String> actions() {
        return application.storage().log().recent(1_000).reversed().stream()
                .map(AuditEntry::action)
                .filter(action -> action.startsWith("rule."))
                .toList();
    }

    private List<AuditEntry> about(RuleRecord rule) {
        return about(rule.id().toString());
    }

    private List<AuditEntry> about(String subject) {
        return application.storage().log().about(List.of(subject), 100);
    }
}
