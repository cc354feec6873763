package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.RawJson;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RuleContent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRoundTripTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe");
    private static final List<ZoneReading> READINGS = List.of(ZoneReading.values());
    private static final List<PersonKind> KINDS = List.of(PersonKind.values());
    private static final CollectionRef COLLECTION = new CollectionRef(
            UUID.randomUUID(), new CompanyId("acme-1"), "Acme_acme-1", "embedded", "embedded", "local", "1");

    /// Rules of all sizes, the same in every run.
    static Stream<RuleDraft> drafts() {
        return IntStream.range(0, 40).mapToObj(seed -> {
            Random random = new Random(seed);
            Week week = Week.NEVER;
            for (int i = 0; i < seed; i++) {
                DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
                int from = random.nextInt(Week.QUARTERS);
                week = week.with(day, day, from, from + 1 + random.nextInt(Week.QUARTERS - from), random.nextBoolean());
            }
            List<String> people = IntStream.range(0, seed % 5)
                    .mapToObj(_ -> new UUID(random.nextLong(), random.nextLong()).toString())
                    .toList();
            return new RuleDraft(
                    "Rule \"" + seed + "\" – ü\n\\",
                    new PeopleChoice(people, queries(random)),
                    random.longs(seed % 4, 1, 1_000).boxed().toList(),
                    List.of("motion", "line_crossing").subList(0, seed % 3),
                    new Timetable(
                            week, ZoneId.of(ZONES.get(seed % ZONES.size())), READINGS.get(seed % READINGS.size())),
                    new Recipients(List.of("app-" + seed), List.of("a@example.com"), List.of("+14165550100")),
                    random.nextBoolean());
        });
    }

    private static List<PeopleQuery> queries(Random random) {
        Optional<PersonKind> kind =
                random.nextBoolean() ? Optional.of(KINDS.get(random.nextInt(KINDS.size()))) : Optional.empty();
        Optional<SiteId> site = random.nextBoolean()
                ? Optional.of(new SiteId(new UUID(random.nextLong(), random.nextLong())))
                : Optional.empty();
        return random.nextBoolean() ? List.of(new PeopleQuery(kind, site)) : List.of();
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void aDraftComesBackFromItsJson(RuleDraft draft) {
        assertThat(DraftJson.read(DraftJson.write(draft))).contains(draft);
    }

    /// The VMS stores people and not groups, so queries and automatic update are left out of the comparison.
    @ParameterizedTest
    @MethodSource("drafts")
    void aDraftComesBackFromTheBodyThatIsSent(RuleDraft draft) {
        Members members = new Members(List.of(), draft.people().userIds());
        RuleContent sent = RuleContentMapper.toContent(draft, members, COLLECTION, Optional.empty(), NOW);
        RuleContent read = RuleContent.read(RawJson.parse(sent.body().compact()).orElseThrow());

        assertThat(read).isEqualTo(sent);
        assertThat(RuleContentMapper.toDraft(read, draft, NOW))
                .isEqualTo(draft.withName(draft.name().strip())
                        .withPeople(new PeopleChoice(draft.people().userIds(), List.of()))
                        .withAutoUpdate(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"name\":1}",
                "{\"name\":\"a\",\"zone\":\"Nowhere/At_All\",\"reading\":\"AS_TYPED\",\"week\":{},\"tell\":{}}",
                "{\"name\":\"a\",\"zone\":\"UTC\",\"reading\":\"BACKWARDS\",\"week\":{},\"tell\":{}}",
                "{\"name\":\"a\",\"zone\":\"UTC\",\"reading\":\"AS_UTC\",\"week\":{\"monday\":[\"09:00-08:00\"]},\"tell\":{}}",
                "{\"name\":\"a\",\"zone\":\"UTC\",\"reading\":\"AS_UTC\",\"week\":{\"monday\":[\"9\"]},\"tell\":{}}"
            })
    void textThatIsNotADraftIsRejected(String text) {
        assertThat(DraftJson.read(text)).isEmpty();
    }

    @Test
    void severalPeopleAreJoinedByACommaAndTheNameIsTrimmed() {
        RuleDraft draft = drafts().findFirst().orElseThrow().withName(" Guests ");
        Members members = new Members(List.of(), List.of("one", "two"));
        String body = RuleContentMapper.toContent(draft, members, COLLECTION, Optional.empty(), NOW)
                .body()
                .compact();

        assertThat(body).contains("\"indexes\":\"one,two\"").contains("\"name\":\"Guests\"");
    }
}
