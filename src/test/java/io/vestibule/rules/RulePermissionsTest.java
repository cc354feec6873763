package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.app.wiring.RulesWiring;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditFailure;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.people.Person;
import io.vestibule.photo.Pixels;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.vms.AlertRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever changes a rule asks who is at the desk, and changes nothing for somebody who may not.
class RulePermissionsTest extends RulesFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);

    private Person ada;
    private RuleRecord rule;
    private RuleRecord deleted;
    private AlertRule foreign;
    private Holiday holiday;
    private String file;

    interface Change {
        void make(RulePermissionsTest test, RulesWiring rules) throws Exception;
    }

    /// @param name shown in the report
    record Guarded(String name, Change change) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void somethingToChange() {
        ada = active("Ada");
        rule = rules.flow().duplicate(draft(ada), "Guests");
        rules.send().send(rule.id());
        deleted = known("Deleted");
        rules.flow().delete(deleted.id());
        foreign = vms().create(sentContent("Foreign"), vms().ruleIds()).rule();
        holiday = new Holiday(
                UUID.randomUUID(),
                rules.holidays().company(),
                "Christmas",
                DAY,
                DAY,
                DayEffect.SILENCED,
                Optional.empty());
        rules.holidays().save(holiday);
        file = rules.flow().export(List.of(rule.draft()));
    }

    static Stream<Guarded> changes() {
        return Stream.of(
                new Guarded("create", (_, rules) -> rules.flow().create()),
                new Guarded("duplicate", (test, rules) -> rules.flow().duplicate(test.rule.draft(), "Copy")),
                new Guarded("adopt", (test, rules) -> rules.flow().adopt(test.foreign)),
                new Guarded("export", (test, rules) -> rules.flow().export(List.of(test.rule.draft()))),
                new Guarded("import", (test, rules) -> rules.flow().importFrom(test.file)),
                new Guarded(
                        "save",
                        (test, rules) -> rules.flow()
                                .save(test.rule.id(), test.rule.draft().withName("Renamed"))),
                new Guarded("delete", (test, rules) -> rules.flow().delete(test.rule.id())),
                new Guarded("undelete", (test, rules) -> rules.flow().restore(test.deleted.id())),
                new Guarded("send", (test, rules) -> rules.send().send(test.rule.id())),
                new Guarded("send over", (test, rules) -> rules.send().overwriteRemote(test.rule.id(), test.there())),
                new Guarded("send again", (test, rules) -> rules.send().recreate(test.rule.id())),
                new Guarded("take theirs", (test, rules) -> rules.send().acceptRemote(test.rule.id(), test.foreign)),
                new Guarded("set a holiday", (test, rules) -> rules.holidays().save(test.moved())),
                new Guarded(
                        "remove a holiday", (test, rules) -> rules.holidays().remove(test.holiday.id())),
                new Guarded("replace", (test, rules) -> rules.cascade().replace(test.userId(), Optional.empty())),
                new Guarded(
                        "follow a removal",
                        (test, rules) -> rules.cascade()
                                .changeWithCascade(
                                        test.ada.id(),
                                        Optional.empty(),
                                        () -> test.application
                                                .enrol()
                                                .commands()
                                                .remove(test.ada.id()))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void receptionIsRefusedAndNothingChanges(Guarded guarded) {
        List<RuleRecord> before = records();
        List<AlertRule> onVms = vms().rules();
        signIn(Role.RECEPTION);
        int said = application.storage().log().recent(1_000).size();

        assertThatThrownBy(() -> guarded.change().make(this, rules))
                .isInstanceOfSatisfying(
                        AuditException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new AuditFailure.NotAllowed(Permission.MANAGE_RULES)));

        assertThat(records()).isEqualTo(before);
        assertThat(vms().rules()).isEqualTo(onVms);
        assertThat(rules.holidays().all().all()).containsExactly(holiday);
        assertThat(TestApplication.person(application, ada.id()).removed()).isEmpty();
        assertThat(application.storage().journal().openSteps(100)).isEmpty();
        assertThat(application.storage().log().recent(1_000)).hasSize(said);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aManagerMay(Guarded guarded) {
        signIn(Role.MANAGER);

        assertThatCode(() -> guarded.change().make(this, rules)).doesNotThrowAnyException();
    }

    @Test
    void receptionIsRefusedBeforeAFileIsRead() {
        signIn(Role.RECEPTION);

        assertThatThrownBy(() -> rules.flow().importFrom("no rule")).isInstanceOf(AuditException.class);
    }

    @Test
    void similaritiesAreNotForReception() {
        signIn(Role.RECEPTION);
        Pixels still = new Pixels(1, 1, new int[1]);

        List.<Change>of(
                        (_, flows) -> flows.rehearse().search("any", new byte[0]),
                        (_, flows) -> flows.rehearse().search("any", still))
                .forEach(look -> assertThatThrownBy(() -> look.make(this, rules))
                        .isInstanceOfSatisfying(
                                AuditException.class,
                                refused -> assertThat(refused.failure())
                                        .isEqualTo(new AuditFailure.NotAllowed(Permission.SEE_FIGURES))));
    }

    @Test
    void receptionMayReadAllOfIt() {
        signIn(Role.RECEPTION);

        assertThat(rules.drift().reconcile().entries())
                .extracting(RuleEntry::name)
                .contains("Guests", "Foreign");
        assertThat(rules.cascade().rulesNaming(ada.id())).hasSize(1);
        assertThat(rules.holidays().all().all()).containsExactly(holiday);
    }

    private Holiday moved() {
        return new Holiday(
                holiday.id(),
                holiday.company(),
                "Moved",
                DAY.plusDays(1),
                DAY.plusDays(1),
                DayEffect.WIDENED,
                Optional.empty());
    }

    private AlertRule there() {
        return rules.rules()
                .store()
                .find(rule.id())
                .flatMap(RuleRecord::sent)
                .orElseThrow()
                .rule();
    }

    private String userId() {
        return ada.externalId();
    }

    private List<RuleRecord> records() {
        return rules.rules().store().all(rules.rules().collection().get().company());
    }
}
