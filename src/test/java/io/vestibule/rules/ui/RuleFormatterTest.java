package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Reach;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.Member;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.State;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Channel;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsId;
import io.vestibule.vms.WeekSchedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormatterTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final CompanyId ACME = new CompanyId("acme-1");
    private static final SiteId GATE = SiteId.mint();
    private static final Strings WORDS = Strings.strict("rules", "ui");
    private static final RuleDraft EMPTY =
            RuleDraft.empty(new Timetable(Preset.OFFICE_HOURS.week(), ZoneOffset.UTC, ZoneReading.AS_TYPED));

    private final RuleFormatter words = new RuleFormatter(
            WORDS,
            List.of(new Site(GATE, ACME, "Gate")),
            Optional.of(new VmsSnapshot(
                    VmsId.EMBEDDED,
                    0,
                    io.vestibule.vms.RuleListing.EMPTY,
                    List.of(new Channel(849, "Main entrance", Optional.empty(), Channel.State.ONLINE, Set.of())),
                    List.of(),
                    List.of("motion"),
                    NOW)));

    @Test
    void anEmptyDraftIsAWholeSentence() {
        assertThat(words.sentence(EMPTY.withEventAliases(List.of()), Members.NOBODY))
                .isEqualTo("When an event on a camera shows somebody, Mon–Fri 08:00–18:00, notify nobody.");
    }

    @Test
    void aWholeDraftNamesAllOfIt() {
        RuleDraft draft = EMPTY.withEventAliases(List.of("motion", "line_crossing"))
                .withCameras(List.of(849L, 7L))
                .withRecipients(
                        new Recipients(List.of("console-7"), List.of("desk@example.com"), List.of("+14165550100")));

        assertThat(words.sentence(draft, members(List.of("x"), "Ada")))
                .isEqualTo("When motion or line crossing on Camera 7 or Main entrance shows"
                        + " Ada or an unknown person, Mon–Fri 08:00–18:00,"
                        + " notify desk@example.com, +14165550100 and console-7.");
    }

    @Test
    void ofManyOnlyThreeAreNamed() {
        assertThat(words.sentence(EMPTY, members(List.of(), "Ada", "Bea", "Cleo", "Dora")))
                .contains("shows Ada, Bea, Cleo or Dora,");
        assertThat(words.sentence(EMPTY, members(List.of(), "Ada", "Bea", "Cleo", "Dora", "Eve")))
                .contains("shows Ada, Bea, Cleo or 2 more,");
    }

    @Test
    void groupsAreSaidAsQuestionsAndNotByTheirPeople() {
        RuleDraft draft = EMPTY.withPeople(new PeopleChoice(
                List.of(),
                List.of(
                        new PeopleQuery(Optional.of(PersonKind.WATCH), Optional.empty()),
                        new PeopleQuery(Optional.empty(), Optional.of(GATE)),
                        new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.of(SiteId.mint())))));
        Members members = new Members(List.of(new Member(person("Ada"), Reach.FOUND, false)), List.of());

        assertThat(words.sentence(draft, members))
                .contains("shows everybody on the watch list, everybody at Gate or every visitor at a deleted site,")
                .doesNotContain("Ada");
    }

    @Test
    void aRuleWithoutANameIsANewRule() {
        assertThat(words.row(ours(RuleState.DRAFT, EMPTY)).name()).isEqualTo("New rule");
        assertThat(words.row(ours(RuleState.DRAFT, EMPTY.withName("Guests"))).name())
                .isEqualTo("Guests");
    }

    @Test
    void aRuleOfOthersSaysWhomItLooksFor() {
        RuleMeta people = new RuleMeta.KnownPeople("Acme_acme-1", List.of("ada", "x"));

        assertThat(words.row(others(people, members(List.of("x"), "Ada"))).sentence())
                .isEqualTo("Detects Ada or an unknown person on Main entrance.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OBJECTS | Detects objects.",
                "LANGUAGE_MODEL | Analyses the picture with a language model.",
                "PLAIN | Reports every event, without analysing the picture.",
                "UNKNOWN | Vestibule does not know this type of rule."
            })
    void aRuleOfAnotherKindSaysItsKind(RuleMeta.Kind kind, String sentence) {
        assertThat(words.row(others(new RuleMeta.Other(kind, meta(kind)), Members.NOBODY))
                        .sentence())
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, WAITING, Draft",
        "UNSURE, LOOK, No answer: sent or not",
        "SENT, DONE, Sent",
        "EDITED, WAITING, 'Edited, not sent'",
        "OUTDATED, LOOK, Members or clocks changed",
        "CHANGED_THERE, LOOK, Changed on the VMS",
        "GONE_THERE, REFUSED, Deleted on the VMS",
        "OTHERS, DONE, Not made here"
    })
    void eachStateHasItsColourAndItsWords(RuleState state, State shown, String said) {
        RuleRow row = words.row(ours(state, EMPTY));

        assertThat(row.state()).isEqualTo(shown);
        assertThat(row.stateText()).isEqualTo(said);
    }

    @Test
    void aRuleWithFindingsAsksForALook() {
        Problem finding = Problem.of("rules.people-gone", 1L);

        assertThat(words.row(ours(RuleState.SENT, EMPTY, finding)).state()).isEqualTo(State.LOOK);
        assertThat(words.row(ours(RuleState.OTHERS, EMPTY, finding)).state()).isEqualTo(State.LOOK);
    }

    @Test
    void whatIsOutdatedSaysWhatMoved() {
        assertThat(words.row(ours(RuleState.OUTDATED, EMPTY, Problem.of("rules.members-changed", 3L)))
                        .stateText())
                .isEqualTo("Group members changed: 3");
    }

    private static RuleEntry ours(RuleState state, RuleDraft draft, Problem... findings) {
        RuleRecord record = new RuleRecord(
                RuleId.mint(),
                ACME,
                VmsId.EMBEDDED,
                draft,
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty());
        return new RuleEntry(Optional.of(record), Optional.empty(), state, Members.NOBODY, List.of(findings));
    }

    private static RuleEntry others(RuleMeta meta, Members members) {
        RuleContent content = new RuleContent(
                "Theirs",
                RuleContent.HUMAN,
                List.of(849L),
                List.of(),
                List.of("motion"),
                meta,
                Recipients.NOBODY,
                WeekSchedule.ALWAYS);
        AlertRule rule = AlertRule.read(
                        VmsId.EMBEDDED, RawJson.of(content.body().node().put("id", 140)))
                .orElseThrow();
        return new RuleEntry(Optional.empty(), Optional.of(rule), RuleState.OTHERS, members, List.of());
    }

    private static Map<String, String> meta(RuleMeta.Kind kind) {
        return switch (kind) {
            case OBJECTS -> Map.of("CloudMeta", "true", "ObjectDetection", "AWS", "indexes", "laptop");
            case LANGUAGE_MODEL -> Map.of("CloudMeta", "true", "LLM", "bedrock", "llm_request", "Is it open?");
            case PLAIN -> Map.of("CloudMeta", "false");
            case UNKNOWN -> Map.of("CloudMeta", "true", "Smell", "yes");
        };
    }

    private static Members members(List<String> unknown, String... names) {
        return new Members(
                Stream.of(names)
                        .map(name -> new Member(person(name), Reach.FOUND, true))
                        .toList(),
                unknown);
    }

    private static Person person(String name) {
        return new Person(
                PersonId.mint(),
                ACME,
                UUID.randomUUID(),
                PersonKind.VISITOR,
                name,
                Contact.NONE,
                Set.of(),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                false);
    }
}
