package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.Members;
import io.vestibule.ui.control.State;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/// The order of the list, and finding in it.
class RuleListTest {

    private final RuleList list = new RuleList();
    private final Map<String, RuleId> ids = new HashMap<>();
    private Instant read = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void anEmptyListStaysEmptyWhateverIsTyped() {
        list.take(List.of());
        list.typed.set("guests");

        assertThat(list.rows).isEmpty();
        assertThat(list.own()).isEmpty();
        assertThat(list.drafts()).isEmpty();
    }

    @Test
    void atFirstOursStandByNameAndThoseOfOthersBelow() {
        list.take(List.of(others(137, "An early name"), ours("guests"), ours("Alarm"), others(138, "A name")));

        assertThat(names()).containsExactly("Alarm", "guests", "A name", "An early name");
    }

    @Test
    void aRuleKeepsItsPlaceWhenItIsRenamedAndWhatIsNewComesOnTop() {
        list.take(List.of(ours("B"), ours("C")));
        ids.put("Z", ids.get("B"));

        list.take(List.of(ours("A new one"), ours("C"), ours("Z")));

        assertThat(names()).containsExactly("A new one", "Z", "C");
    }

    @Test
    void theFirstOfOursComesAboveThoseOfOthers() {
        list.take(List.of(others(137, "Theirs")));

        list.take(List.of(ours("Ours"), others(137, "Theirs")));

        assertThat(names()).containsExactly("Ours", "Theirs");
    }

    @Test
    void nameSentenceAndStateAreSearchedInWhicheverCase() {
        list.take(List.of(ours("Guests"), ours("Alarm"), others(137, "Theirs")));

        assertThat(found("GUES")).containsExactly("Guests");
        assertThat(found(" sentence of alarm ")).containsExactly("Alarm");
        assertThat(found("not made here")).containsExactly("Theirs");
        list.take(List.of(ours("Κώστας"), ours("Alarm")));
        assertThat(found("ΚΏΣ")).containsExactly("Κώστας");
        assertThat(found("nothing like it")).isEmpty();
        assertThat(found("")).hasSize(2);
    }

    @Test
    void whatIsNotFoundIsStillThere() {
        RuleRow hidden = ours("Guests");
        list.take(List.of(hidden, ours("Alarm"), others(137, "Theirs")));

        list.typed.set("alarm");

        assertThat(list.find(hidden.key())).contains(hidden);
        assertThat(list.own()).hasSize(2);
        assertThat(list.drafts()).extracting(RuleDraft::name).containsExactly("Alarm", "Guests");
    }

    @Test
    void aRemovedRuleIsNotThereAnyMore() {
        RuleRow goes = ours("Guests");
        list.take(List.of(goes, ours("Alarm")));

        list.remove(goes.key());

        assertThat(names()).containsExactly("Alarm");
        assertThat(list.find(goes.key())).isEmpty();
    }

    @Test
    void whereOneRowChangesOnlyThatIsTold() {
        RuleRow stays = ours("Alarm");
        list.take(List.of(stays, ours("Guests")));
        List<Integer> told = new ArrayList<>();
        list.rows.addListener((ListChangeListener<RuleRow>) change -> {
            while (change.next()) {
                told.add(change.getFrom());
            }
        });

        list.take(List.of(stays, ours("Guests")));

        assertThat(told).containsExactly(1);
    }

    private List<String> found(String typed) {
        list.typed.set(typed);
        return names();
    }

    private List<String> names() {
        return list.rows.stream().map(RuleRow::name).toList();
    }

    /// Each call is another reading of the rule of that name.
    private RuleRow ours(String name) {
        read = read.plusSeconds(1);
        RuleDraft draft = RuleDraft.empty(new Timetable(Week.ALWAYS, ZoneOffset.UTC, ZoneReading.AS_TYPED))
                .withName(name);
        RuleRecord record = new RuleRecord(
                ids.computeIfAbsent(name, _ -> RuleId.mint()),
                new CompanyId("acme-1"),
                VmsId.EMBEDDED,
                draft,
                Optional.empty(),
                Optional.empty(),
                read,
                Optional.empty(),
                Optional.empty());
        return row(
                new RuleEntry(Optional.of(record), Optional.empty(), RuleState.DRAFT, Members.NOBODY, List.of()),
                "Draft");
    }

    private static RuleRow others(long number, String name) {
        AlertRule rule = RawJson.parse("{\"id\":" + number + ",\"name\":\"" + name + "\"}")
                .flatMap(raw -> AlertRule.read(VmsId.EMBEDDED, raw))
                .orElseThrow();
        return row(
                new RuleEntry(Optional.empty(), Optional.of(rule), RuleState.OTHERS, Members.NOBODY, List.of()),
                "Not made here");
    }

    private static RuleRow row(RuleEntry entry, String stateWords) {
        return new RuleRow(entry, entry.name(), "Sentence of " + entry.name(), State.DONE, stateWords);
    }
}
