package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.base.CompanyId;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.RejectedRule.RejectionReason;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Drafts that are made, kept, doubled, deleted, and put in and out of files.
class RuleFlowTest extends RulesFixture {

    @Test
    void anImportThatFailsHalfWayLeavesNoRule() {
        RuleDraft one = draft(active("Ada"));
        RulesContext real = rules.rules();
        AtomicInteger asked = new AtomicInteger();
        RulesContext failing = new RulesContext(
                real.store(),
                real.memberResolver(),
                new RuleCollections() {
                    @Override
                    public CollectionRef get() {
                        if (asked.incrementAndGet() > 1) {
                            throw new IllegalStateException("The service is gone");
                        }
                        return real.collection().get();
                    }

                    @Override
                    public CollectionRef of(CompanyId company) {
                        return real.collection().of(company);
                    }
                },
                real.vms(),
                real.session(),
                real.log(),
                real.clock());
        String file = rules.flow().export(List.of(one, one.withName("Second")));

        assertThatThrownBy(() -> new RuleFlow(failing, () -> one).importFrom(file))
                .isInstanceOf(IllegalStateException.class);

        assertThat(real.store().all(real.collection().get().company())).isEmpty();
    }

    @Test
    void aNewRuleIsEmptyAndInTheZoneAndReadingThatAreSet() {
        application.storage().settings().set(RuleKeys.ZONE, "Pacific/Auckland");
        application.storage().settings().set(RuleKeys.READING, ZoneReading.AS_UTC);

        RuleDraft made = rules.flow().create().draft();

        assertThat(made.name()).isEmpty();
        assertThat(made.people().isEmpty()).isTrue();
        assertThat(made.timetable().zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
        assertThat(made.timetable().reading()).isEqualTo(ZoneReading.AS_UTC);
        assertThat(made.timetable().week()).isEqualTo(Week.ALWAYS);
    }

    @Test
    void whatWasEditedIsKeptAtOnceWithTheTime() {
        RuleRecord rule = rules.flow().create();
        clock.move(Duration.ofMinutes(1));

        rules.flow().save(rule.id(), rule.draft().withName("Guests"));

        RuleRecord kept = rules.rules().store().find(rule.id()).orElseThrow();
        assertThat(kept.draft().name()).isEqualTo("Guests");
        assertThat(kept.changedAt()).isAfter(rule.changedAt().plusSeconds(59));
    }

    @Test
    void aCopyHasItsOwnNameAndIsNotSent() {
        RuleRecord rule = sent("Guests");

        RuleRecord copy = rules.flow().duplicate(rule.draft(), "Guests (copy)");

        assertThat(copy.id()).isNotEqualTo(rule.id());
        assertThat(copy.sent()).isEmpty();
        assertThat(copy.draft()).isEqualTo(rule.draft().withName("Guests (copy)"));
    }

    static Stream<Named<Consumer<RuleFlowTest>>> changes() {
        return Stream.of(
                Named.of(
                        "save",
                        test -> test.rules
                                .flow()
                                .save(test.gone(), test.rules.flow().create().draft())),
                Named.of("delete", test -> test.rules.flow().delete(test.gone())),
                Named.of("send", test -> test.rules.send().send(test.gone())),
                Named.of("send again", test -> test.rules.send().recreate(test.gone())));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRuleThatWasDeletedMeanwhileIsNotChanged(Consumer<RuleFlowTest> change) {
        assertThatThrownBy(() -> change.accept(this))
                .isInstanceOfSatisfying(
                        RuleException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(new RuleFailure.Gone()));
    }

    @Test
    void aDeletedRuleIsTakenBackWithItsDraft() {
        RuleRecord rule = known("Guests");
        rules.flow().delete(rule.id());
        assertThat(rules.drift().reportWithoutNetwork(Optional.empty()).entries())
                .isEmpty();

        assertThat(rules.flow().restore(rule.id())).isTrue();

        assertThat(entry(rule).local().orElseThrow().draft()).isEqualTo(rule.draft());
    }

    @Test
    void aRuleThatNeverWasIsNotTakenBack() {
        assertThat(rules.flow().restore(RuleId.mint())).isFalse();
    }

    @Test
    void aRuleOfAnotherKindIsNotTakenOver() {
        AlertRule laptop = vms().rule(new RemoteRuleId(vms().id(), 137));

        assertThatThrownBy(() -> rules.flow().adopt(laptop))
                .isInstanceOfSatisfying(
                        RuleException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(new RuleFailure.OtherKind()));
        assertThat(own()).isEmpty();
    }

    @Test
    void anExportNamesNobody() {
        RuleDraft draft = draft(active("Ada Lovelace"));

        assertThat(rules.flow().export(List.of(draft)))
                .contains("\"vestibule_rules\" : 1")
                .contains(draft.people().userIds().getFirst())
                .doesNotContain("Ada Lovelace");
    }

    @Test
    void anExportOfNoRulesHoldsNone() {
        String file = rules.flow().export(List.of());

        assertThatThrownBy(() -> rules.flow().importFrom(file)).isInstanceOf(RuleException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no json",
                "[]",
                "5",
                "null",
                "{}",
                "{\"vestibule_rules\":1",
                "{\"vestibule_rules\":1}",
                "{\"vestibule_rules\":1,\"rules\":{}}",
                "{\"vestibule_rules\":0,\"rules\":[{}]}",
                "{\"vestibule_rules\":\"1\",\"rules\":[{}]}",
                "{\"camera_ids\":[849]}",
                "{\"meta\":{\"CloudMeta\":\"true\"}}",
                "{\"camera_ids\":[850],\"meta\":{\"CloudMeta\":\"true\",\"ObjectDetection\":\"AWS\",\"indexes\":\"laptop\"}}"
            })
    void aFileThatHoldsNoRuleIsRefusedAndLeavesNothing(String file) {
        assertThatThrownBy(() -> rules.flow().importFrom(file))
                .isInstanceOfSatisfying(
                        RuleException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(new RuleFailure.NotARule()));
        assertThat(own()).isEmpty();
    }

    @Test
    void aFileOfANewerFormatIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> rules.flow().importFrom("{\"vestibule_rules\":2,\"rules\":[]}"))
                .isInstanceOfSatisfying(
                        RuleException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(new RuleFailure.NewerFormat(2, 1)));
    }

    static Stream<Arguments> spoiledParts() {
        return Stream.of(
                arguments("\"Guests\"", "null", RejectionReason.NAME),
                arguments("\"people\" : [", "\"people\" : [ 5,", RejectionReason.PEOPLE),
                arguments("\"groups\" : [ ]", "\"groups\" : [ 5 ]", RejectionReason.PEOPLE),
                arguments("\"groups\" : [ ]", "\"groups\" : [ {\"kind\":\"ROBOT\"} ]", RejectionReason.PEOPLE),
                arguments("[ 849 ]", "849", RejectionReason.CAMERAS),
                arguments("[ 849 ]", "[ 849.5 ]", RejectionReason.CAMERAS),
                arguments("\"events\" : [ \"motion\" ]", "\"events\" : [ {} ]", RejectionReason.EVENTS),
                arguments("\"monday\"", "\"mon\"", RejectionReason.WEEK),
                arguments("08:00-18:00", "18:00-08:00", RejectionReason.WEEK),
                arguments("08:00-18:00", "08:07-18:00", RejectionReason.WEEK),
                arguments("08:00-18:00", "08:00", RejectionReason.WEEK),
                arguments("Europe/Berlin", "Europe/Bonn", RejectionReason.TIME_ZONE),
                arguments("AS_TYPED", "AS_WISHED", RejectionReason.ZONE_READING),
                arguments("\"sms\" : [", "\"sms\" : [ null,", RejectionReason.RECIPIENTS),
                arguments("\"keeps_up\" : false", "\"keeps_up\" : \"no\"", RejectionReason.AUTO_UPDATE));
    }

    @ParameterizedTest
    @MethodSource("spoiledParts")
    void aRuleThatCannotBeReadCompletelyIsRejectedWithTheReason(String part, String spoiled, RejectionReason reason) {
        RuleDraft draft = draft(active("Ada")).withName("Guests");
        String file = rules.flow().export(List.of(draft, draft.withName("Second")));
        int at = file.indexOf(part);
        String changed = file.substring(0, at) + spoiled + file.substring(at + part.length());

        ImportResult result = rules.flow().importFrom(changed);

        String name = reason == RejectionReason.NAME ? "" : "Guests";
        assertThat(result.rejected()).containsExactly(new RejectedRule(1, name, reason));
        assertThat(result.imported())
                .extracting(record -> record.draft().name())
                .containsExactly("Second");
        assertThat(own()).hasSize(1);
    }

    @Test
    void aRuleOfTheVmsThatCannotBeReadCompletelyIsRejected() {
        String body = sentContent("Foreign").body().pretty();
        String changed = body.replaceFirst("\"schedule\" : \\{", "\"schedule\" : 5, \"was\" : {");
        assertThat(changed).isNotEqualTo(body);

        assertThat(rules.flow().importFrom(changed).rejected())
                .containsExactly(new RejectedRule(1, "Foreign", RejectionReason.WEEK));
        assertThat(own()).isEmpty();
    }

    @Test
    void anImportedRuleIsANewDraftAndNotSent() {
        RuleRecord rule = sent("Guests");

        RuleRecord imported = rules.flow()
                .importFrom(rules.flow().export(List.of(rule.draft())))
                .imported()
                .getFirst();

        assertThat(imported.id()).isNotEqualTo(rule.id());
        assertThat(imported.draft()).isEqualTo(rule.draft());
        assertThat(entry(imported).state()).isEqualTo(RuleState.DRAFT);
        assertThat(own()).hasSize(2);
    }

    private RuleId gone() {
        RuleRecord rule = known("Guests");
        rules.flow().delete(rule.id());
        return rule.id();
    }

    private List<RuleRecord> own() {
        return rules.rules().store().all(rules.rules().collection().get().company());
    }
}
