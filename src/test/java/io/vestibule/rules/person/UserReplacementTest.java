package io.vestibule.rules.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsId;
import io.vestibule.vms.WeekSchedule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One user of the collection in the place of another, or nobody.
class UserReplacementTest {

    private static final UserReplacement AWAY = new UserReplacement("ada", Optional.empty());
    private static final UserReplacement BEA = new UserReplacement("ada", Optional.of("bea"));
    private static final PeopleQuery ALL = new PeopleQuery(Optional.empty(), Optional.empty());

    @Test
    void whoTakesThePlaceStandsWhereTheOtherStood() {
        assertThat(BEA.applyTo(draft("one", "ada", "two")).people().userIds()).containsExactly("one", "bea", "two");
        assertThat(people(BEA.applyTo(rule("one", "ada", "two")))).containsExactly("one", "bea", "two");
    }

    @Test
    void whoWasThereAlreadyIsThereOnce() {
        assertThat(BEA.applyTo(draft("bea", "ada")).people().userIds()).containsExactly("bea");
        assertThat(people(BEA.applyTo(rule("ada", "bea")))).containsExactly("bea");
    }

    @Test
    void withoutAnybodyInsteadThePlaceIsEmpty() {
        assertThat(AWAY.applyTo(draft("one", "ada")).people().userIds()).containsExactly("one");
        assertThat(people(AWAY.applyTo(rule("one", "ada")))).containsExactly("one");
    }

    @Test
    void doneTwiceItChangesNothingMore() {
        RuleDraft once = BEA.applyTo(draft("ada", "one"));

        assertThat(BEA.applyTo(once)).isEqualTo(once);
        assertThat(BEA.affects(once)).isFalse();
    }

    @Test
    void onlyRulesThatNameThemAreConcerned() {
        assertThat(AWAY.affects(draft("ada"))).isTrue();
        assertThat(AWAY.affects(draft("bea"))).isFalse();
        assertThat(AWAY.affects(rule("ada"))).isTrue();
        assertThat(AWAY.affects(rule("bea"))).isFalse();
        assertThat(AWAY.affects(ofAnotherKind())).isFalse();
    }

    @Test
    void groupsStay() {
        RuleDraft draft = draft("ada").withPeople(new PeopleChoice(List.of("ada"), List.of(ALL)));

        assertThat(AWAY.applyTo(draft).people()).isEqualTo(new PeopleChoice(List.of(), List.of(ALL)));
    }

    @Test
    void aRuleIsEmptyWhenNobodyElseIsInIt() {
        assertThat(AWAY.leavesNobody(rule("ada"))).isTrue();
        assertThat(AWAY.leavesNobody(rule("ada", "one"))).isFalse();
        assertThat(BEA.leavesNobody(rule("ada"))).isFalse();
        assertThat(AWAY.leavesNobody(ofAnotherKind())).isFalse();
    }

    @Test
    void whatTheVmsAddsToARuleStays() {
        AlertRule swapped = BEA.applyTo(rule("ada"));

        assertThat(swapped.id().number()).isEqualTo(140);
        assertThat(swapped.topic()).isEqualTo("arn");
        assertThat(swapped.raw().compact()).contains("\"of_the_vms\":\"kept\"");
    }

    @Test
    void aRuleOfAnotherKindStaysAsItIs() {
        RuleContent other = ofAnotherKind().content();

        assertThat(AWAY.applyTo(other)).isEqualTo(other);
    }

    private static RuleDraft draft(String... userIds) {
        return RuleDraft.empty(new Timetable(Week.ALWAYS, ZoneOffset.UTC, ZoneReading.AS_TYPED))
                .withPeople(new PeopleChoice(List.of(userIds), List.of()));
    }

    private static List<String> people(AlertRule rule) {
        return rule.knownPeople().orElseThrow().userIds();
    }

    private static AlertRule rule(String... userIds) {
        return rule(new RuleMeta.KnownPeople("Acme_acme-1", List.of(userIds)));
    }

    private static AlertRule ofAnotherKind() {
        return rule(new RuleMeta.Other(RuleMeta.Kind.PLAIN, Map.of("CloudMeta", "false")));
    }

    private static AlertRule rule(RuleMeta meta) {
        RuleContent content = new RuleContent(
                "Guests",
                RuleContent.HUMAN,
                List.of(849L),
                List.of(),
                List.of("motion"),
                meta,
                Recipients.NOBODY,
                WeekSchedule.ALWAYS);
        var raw = content.body().node().put("id", 140).put("topic", "arn").put("of_the_vms", "kept");
        return AlertRule.read(VmsId.EMBEDDED, RawJson.of(raw)).orElseThrow();
    }
}
