package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of people, read page by page.
class PersonPageTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final CompanyId ACME = new CompanyId("acme-1");

    @TempDir
    Path folder;

    private Database database;
    private PeopleStores peopleStores;
    private final Site gate = new Site(SiteId.mint(), ACME, "Gate");

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        peopleStores = PeopleStores.create(AllCompanies.of(database), () -> NOW);
        peopleStores.companies().insert(new Company(ACME, "Acme", Optional.empty(), true), NOW);
        peopleStores.companies().insert(gate);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Person save(String name, PersonKind kind, boolean atGate) {
        var person = new Person(
                PersonId.mint(),
                ACME,
                UUID.randomUUID(),
                kind,
                name,
                Contact.NONE,
                atGate ? Set.of(gate.id()) : Set.of(),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                false);
        peopleStores.persons().insert(person);
        return person;
    }

    private Person save(String name) {
        return save(name, PersonKind.VISITOR, false);
    }

    private List<String> all(PersonQuery query, int page) {
        var names = new ArrayList<String>();
        var next = Optional.<PersonQuery.Key>empty();
        do {
            var read = peopleStores.persons().page(query, next, page);
            read.rows().forEach(row -> names.add(row.name()));
            next = read.next();
        } while (next.isPresent());
        return names;
    }

    private List<String> typed(String words) {
        return all(PersonQuery.named(ACME, words), 2);
    }

    @Test
    void peopleAreInTheOrderOfTheAlphabetOfTheWindowsLanguages() {
        var names =
                List.of("Aebi", "Ägidius", "Ahmed", "Çelik", "Cem", "Øster", "Ota", "Straka", "Straße", "zoe", "Zora");
        names.reversed().forEach(this::save);
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var collator = Collator.getInstance(language);
            collator.setStrength(Collator.PRIMARY);
            assertThat(names.stream().filter(name -> !name.startsWith("Ø")).toList())
                    .isSortedAccordingTo(collator::compare);
        }
        assertThat(all(PersonQuery.named(ACME, ""), 4)).containsExactlyElementsOf(names);
    }

    @Test
    void aPersonWhoseStatusChangesDuringTheQueryIsListedOnce() throws Exception {
        var ana = save("Ana Andrews");
        var over = new AtomicBoolean();
        var changing = Thread.ofPlatform().start(() -> {
            for (int i = 0; !over.get(); i++) {
                peopleStores
                        .persons()
                        .setStatus(
                                ana.id(),
                                i % 2 == 0 ? EnrolmentStatus.State.NEEDS_ATTENTION : EnrolmentStatus.State.SEARCHABLE);
            }
        });
        try {
            for (int i = 0; i < 300; i++) {
                assertThat(peopleStores
                                .persons()
                                .page(PersonQuery.named(ACME, i % 2 == 0 ? "" : "andr"), Optional.empty(), 10)
                                .rows())
                        .hasSize(1);
            }
        } finally {
            over.set(true);
            changing.join();
        }
    }

    @Test
    void aPersonWithTwoMatchingWordsIsListedOnce() {
        save("Ana Andrews");
        save("Andrew Ana Antonov");
        save("Ana Ana");
        assertThat(typed("an")).containsExactlyInAnyOrder("Ana Andrews", "Andrew Ana Antonov", "Ana Ana");
        assertThat(typed("andr ana")).containsExactlyInAnyOrder("Ana Andrews", "Andrew Ana Antonov");
    }

    @Test
    void aChangedNameIsReindexed() {
        var ana = save("Ana Silva");
        peopleStores
                .persons()
                .update(new Person(
                        ana.id(),
                        ACME,
                        ana.externalId(),
                        PersonKind.EMPLOYEE,
                        "Maria Costa",
                        Contact.NONE,
                        Set.of(gate.id()),
                        "",
                        Optional.empty(),
                        NOW,
                        Optional.empty(),
                        false));
        assertThat(typed("ana")).isEmpty();
        assertThat(typed("cos")).containsExactly("Maria Costa");
        assertThat(all(
                        new PersonQuery(
                                ACME,
                                "mar",
                                Optional.of(PersonKind.EMPLOYEE),
                                Optional.of(gate.id()),
                                Optional.of(EnrolmentStatus.Group.NO_PHOTO)),
                        5))
                .containsExactly("Maria Costa");
    }

    @Test
    void theStatusMovesAPersonBetweenTheGroups() {
        var ana = save("Ana");
        assertThat(peopleStores.persons().setStatus(ana.id(), EnrolmentStatus.State.STUCK))
                .isTrue();
        assertThat(peopleStores.persons().setStatus(ana.id(), EnrolmentStatus.State.STUCK))
                .isFalse();
        assertThat(group(EnrolmentStatus.Group.ATTENTION)).containsExactly("Ana");
        peopleStores.persons().setStatus(ana.id(), EnrolmentStatus.State.UPDATING);
        assertThat(group(EnrolmentStatus.Group.ATTENTION)).isEmpty();
        assertThat(group(EnrolmentStatus.Group.ON_THE_WAY)).containsExactly("Ana");
        assertThat(peopleStores.persons().findWithTransientStatus()).containsExactly(ana.id());
    }

    private List<String> group(EnrolmentStatus.Group group) {
        return all(new PersonQuery(ACME, "", Optional.empty(), Optional.empty(), Optional.of(group)), 3);
    }

    @Test
    void peopleOfAnEarlierVersionAreAddedToTheIndexOnce() {
        var ana = save("Ana");
        var bob = save("Bob");
        peopleStores.persons().setRemoved(bob.id(), Optional.of(NOW));
        database.with(handle -> handle.execute("delete from person_entry")
                + handle.execute(
                        "insert into person_unlisted (person_id) values (?)",
                        ana.id().value())
                + handle.execute(
                        "insert into person_unlisted (person_id) values (?)",
                        bob.id().value()));
        assertThat(typed("")).isEmpty();
        assertThat(peopleStores.persons().backfillNameIndex(10)).isEqualTo(2);
        assertThat(peopleStores.persons().backfillNameIndex(10)).isZero();
        assertThat(typed("a")).containsExactly("Ana");
        assertThat(typed("")).containsExactly("Ana");
    }

    private static PersonKind any(Random random) {
        return List.of(PersonKind.values()).get(random.nextInt(3));
    }

    @Test
    void everyQueryFindsWhatAFullScanFinds() {
        var random = new Random(3);
        var words = List.of("ana", "anna", "an", "bo", "bob", "li", "lin", "o'neil", "weiß", "zoë");
        var saved = new ArrayList<Person>();
        for (int i = 0; i < 120; i++) {
            var name = words.get(random.nextInt(10)) + " " + words.get(random.nextInt(10))
                    + (random.nextBoolean() ? " " + words.get(random.nextInt(10)) : "");
            var person = save(name, any(random), random.nextBoolean());
            if (random.nextInt(8) == 0) {
                peopleStores.persons().setRemoved(person.id(), Optional.of(NOW));
            } else {
                saved.add(person);
            }
        }
        for (int i = 0; i < 60; i++) {
            var typed = Stream.generate(() -> start(words.get(random.nextInt(10)), random))
                    .limit(random.nextInt(3))
                    .toList();
            var kind = random.nextBoolean() ? Optional.of(any(random)) : Optional.<PersonKind>empty();
            var site = random.nextBoolean() ? Optional.of(gate.id()) : Optional.<SiteId>empty();
            var query = new PersonQuery(ACME, String.join(" ", typed), kind, site, Optional.empty());
            var expected = saved.stream()
                    .filter(person -> kind.isEmpty() || person.kind() == kind.get())
                    .filter(person -> site.isEmpty() || person.sites().contains(site.get()))
                    .filter(person -> NameTokens.tokenize(query.typed()).stream()
                            .allMatch(word ->
                                    NameTokens.tokenize(person.name()).stream().anyMatch(has -> has.startsWith(word))))
                    .map(Person::name)
                    .toList();
            assertThat(all(query, 1 + random.nextInt(9)))
                    .as(query.toString())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String start(String word, Random random) {
        return word.substring(0, 1 + random.nextInt(word.length()));
    }

    @Test
    void aPageOfNoRowsIsEmptyAndStaysWhereItIs() {
        save("Ana");
        save("Bob");
        var query = PersonQuery.named(ACME, "");
        assertThat(peopleStores.persons().page(query, Optional.empty(), 0).rows())
                .isEmpty();
        var first = peopleStores.persons().page(query, Optional.empty(), 1);
        assertThat(peopleStores.persons().page(query, first.next(), 0).next()).isEqualTo(first.next());
    }
}
