package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.SiteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The index of names, at its edges.
class NameIndexStoreTest extends PeopleFixture {

    private List<String> names(String typed) {
        return names(PersonQuery.named(ACME, typed));
    }

    private List<String> names(PersonQuery query) {
        return peopleStores.persons().page(query, Optional.empty(), 50).rows().stream()
                .map(PersonPage.Row::name)
                .toList();
    }

    private static PersonQuery at(Site site) {
        return new PersonQuery(ACME, "", Optional.empty(), Optional.of(site.id()), Optional.empty());
    }

    @Test
    void theListIsByNameWhateverTheCaseAndTheAccents() {
        for (var name : List.of("zoe", "Émile", "Anna", "ärger", "Bob")) {
            save(name);
        }
        assertThat(names("")).containsExactly("Anna", "ärger", "Bob", "Émile", "zoe");
    }

    @Test
    void theNewestAreFirstUnderEveryFilterAndOnEveryPage() {
        var sites = List.of(gate, lobby);
        var added = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            var name = "Person " + (i * 4) % 9;
            var kind = i % 3 == 0 ? PersonKind.EMPLOYEE : PersonKind.VISITOR;
            peopleStores.persons().insert(addedAt(person(ACME, name, kind, sites.get(i % 2)), NOW.plusSeconds(i / 2)));
            added.add(name);
        }
        assertThat(newest(Optional.empty(), Optional.empty())).hasSize(9).doesNotHaveDuplicates();
        assertThat(newest(Optional.empty(), Optional.empty()).subList(0, 1)).containsExactly(added.getLast());
        assertThat(newest(Optional.of(PersonKind.EMPLOYEE), Optional.empty()))
                .containsExactly(added.get(6), added.get(3), added.get(0));
        assertThat(newest(Optional.empty(), Optional.of(lobby.id())))
                .containsExactly(added.get(7), added.get(5), added.get(3), added.get(1));
        var latest = peopleStores.persons().search(ACME, added.getLast(), 1).getFirst();
        hide(latest);
        assertThat(newest(Optional.empty(), Optional.empty())).hasSize(8).doesNotContain(added.getLast());
    }

    private List<String> newest(Optional<PersonKind> kind, Optional<SiteId> site) {
        var query = new PersonQuery(ACME, " ", kind, site, Optional.empty(), PersonQuery.Order.NEWEST);
        var found = new ArrayList<String>();
        Optional<PersonQuery.Key> after = Optional.empty();
        do {
            var page = peopleStores.persons().page(query, after, 2);
            page.rows().forEach(row -> found.add(row.name()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    private static Person addedAt(Person person, Instant created) {
        return new Person(
                person.id(),
                person.company(),
                person.externalId(),
                person.kind(),
                person.name(),
                person.contact(),
                person.sites(),
                person.note(),
                person.expires(),
                created,
                person.removed(),
                person.sample());
    }

    @Test
    void aWordInTheMiddleOfANameIsFoundAndAPartOfAWord() {
        save("Ana Maria Silva");
        assertThat(names("mari")).containsExactly("Ana Maria Silva");
        assertThat(names("sil an")).containsExactly("Ana Maria Silva");
        assertThat(names("aria")).containsExactly("Ana Maria Silva");
        assertThat(names("ilva ana")).containsExactly("Ana Maria Silva");
        assertThat(names("ari")).containsExactly("Ana Maria Silva");
        assertThat(names("va")).as("too short to be a part").isEmpty();
        assertThat(names("ana bob")).isEmpty();
        assertThat(names("aria bob")).isEmpty();
    }

    @Test
    void peopleAreFoundAsTheyAreTyped() {
        for (var name : List.of("Elif Yıldız", "Sean O’Brien", "Jürgen Müller", "Åse Sørensen", "Zofia Łęcka")) {
            save(name);
        }
        for (var typed : List.of("YILDIZ", "yildiz", "yıldız", "Yildiz elif", "ildiz")) {
            assertThat(names(typed)).as(typed).containsExactly("Elif Yıldız");
        }
        for (var typed : List.of("obrien", "O'Brien", "o brien", "OBRI", "brien sean")) {
            assertThat(names(typed)).as(typed).containsExactly("Sean O’Brien");
        }
        for (var typed : List.of("mueller", "muller", "müll", "MÜLLER", "juergen mueller", "jurgen mueller", "üller")) {
            assertThat(names(typed)).as(typed).containsExactly("Jürgen Müller");
        }
        for (var typed : List.of("sorensen", "soerensen", "sörensen", "aase", "Ase", "aase soer")) {
            assertThat(names(typed)).as(typed).containsExactly("Åse Sørensen");
        }
        assertThat(names("lecka")).containsExactly("Zofia Łęcka");
    }

    @Test
    void anExpandedNameIsFoundByItsUmlaut() {
        save("Joerg Mueller");
        save("Joe Smith");
        assertThat(names("müller")).containsExactly("Joerg Mueller");
        assertThat(names("jörg")).containsExactly("Joerg Mueller");
        assertThat(names("joe")).containsExactly("Joe Smith", "Joerg Mueller");
    }

    @Test
    void oneWrongLetterIsForgivenInALongerWordOnly() {
        save("Jonathan Schmidt");
        save("Anna Bell");
        for (var typed : List.of("Schmitt", "Schmit", "Shcmidt", "Schmiedt", "jonatan", "jonathan schmitt")) {
            assertThat(names(typed)).as(typed).containsExactly("Jonathan Schmidt");
        }
        assertThat(names("Schnitt")).isEmpty();
        assertThat(names("Anma")).isEmpty();
    }

    @Test
    void whoseNameBeginsWithTheWordComesFirstAndEverybodyIsOnOnePage() {
        for (int i = 0; i < 9; i++) {
            save("Lindenberg " + (char) ('a' + i));
            save("Berg " + (char) ('a' + i));
        }
        var found = new java.util.ArrayList<String>();
        Optional<PersonQuery.Key> after = Optional.empty();
        do {
            var page = peopleStores.persons().page(PersonQuery.named(ACME, "berg"), after, 4);
            page.rows().forEach(row -> found.add(row.name()));
            after = page.next();
        } while (after.isPresent());
        assertThat(found).hasSize(18).doesNotHaveDuplicates();
        assertThat(found.subList(0, 9)).allMatch(name -> name.startsWith("Berg"));
    }

    @Test
    void aPartOfAWordIsFoundInTheChosenSiteOnly() {
        save("Lindenberg");
        var query = new PersonQuery(ACME, "berg", Optional.of(PersonKind.WATCH), Optional.empty(), Optional.empty());
        assertThat(peopleStores.persons().page(query, Optional.empty(), 5).rows())
                .isEmpty();
    }

    @Test
    void nothingOfANameIsLeftWhenNobodyHasItAnyMore() {
        var one = save("Ana Lindenberg");
        var other = save("Bob Lindenberg");
        peopleStores.persons().setRemoved(one.id(), Optional.of(NOW));
        assertThat(names("denberg")).containsExactly("Bob Lindenberg");
        assertThat(pieces("ana")).isZero();
        peopleStores.persons().delete(other.id());
        assertThat(rows("name_piece")).isZero();
    }

    private long pieces(String word) {
        return database.with(handle -> handle.createQuery("select count(*) from name_piece where word = :word")
                .bind("word", word)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void twoTypedWordsMayMeanTheSameWordOfTheName() {
        save("Anna Silva");
        assertThat(names("an ann")).containsExactly("Anna Silva");
    }

    @Test
    void aNameOfSignsIsListedAndFoundByNoWord() {
        save("★");
        save("Ana");
        assertThat(names("")).containsExactly("★", "Ana");
        assertThat(names("★")).as("nothing that could be looked for").hasSize(2);
        assertThat(names("a")).containsExactly("Ana");
    }

    @Test
    void aNameOfTheSameWordTwiceIsListedOnce() {
        save("Ana Ana");
        assertThat(rows("person_entry")).isEqualTo(1);
        assertThat(names("ana")).containsExactly("Ana Ana");
    }

    @Test
    void anotherCompanyFindsOnlyItsOwn() {
        save("Ana");
        save(person(OTHER, "Ana Other", PersonKind.VISITOR));
        assertThat(names("ana")).containsExactly("Ana");
        assertThat(names(PersonQuery.named(OTHER, "ana"))).containsExactly("Ana Other");
    }

    @Test
    void whoLeavesASiteIsNoLongerInItsList() {
        var ana = save("Ana", gate);
        assertThat(names(at(gate))).containsExactly("Ana");
        peopleStores.persons().update(changed(ana, "Ana", ana.kind(), Set.of(lobby.id()), ana.expires()));
        assertThat(names(at(gate))).isEmpty();
        assertThat(names(at(lobby))).containsExactly("Ana");
        assertThat(names(at(new Site(SiteId.mint(), ACME, "Nowhere")))).isEmpty();
    }

    @Test
    void aSiteTakesPartInASearchWithWordsKindAndStanding() {
        var ana = save("Ana Silva", gate);
        save("Ana Kaya", lobby);
        peopleStores.persons().setStatus(ana.id(), EnrolmentStatus.State.STUCK);
        var kind = Optional.of(PersonKind.VISITOR);
        assertThat(names(new PersonQuery(
                        ACME, "ana", kind, Optional.of(gate.id()), Optional.of(EnrolmentStatus.Group.ATTENTION))))
                .containsExactly("Ana Silva");
        assertThat(names(new PersonQuery(
                        ACME, "ana", kind, Optional.of(gate.id()), Optional.of(EnrolmentStatus.Group.NO_PHOTO))))
                .isEmpty();
        assertThat(names(new PersonQuery(
                        ACME, "ana", Optional.of(PersonKind.EMPLOYEE), Optional.of(gate.id()), Optional.empty())))
                .isEmpty();
    }

    @Test
    void whoIsHiddenLeavesNoEntryBehind() {
        var ana = save("Ana Silva", gate);
        assertThat(rows("person_entry")).isEqualTo(4);
        hide(ana);
        assertThat(rows("person_entry")).isZero();
    }

    @Test
    void aPageThatIsJustFullIsFollowedByAnEmptyOne() {
        save("Ana");
        save("Bob");
        var page = peopleStores.persons().page(PersonQuery.named(ACME, ""), Optional.empty(), 2);
        assertThat(page.rows()).hasSize(2);
        assertThat(page.next()).isPresent();
        var last = peopleStores.persons().page(PersonQuery.named(ACME, ""), page.next(), 2);
        assertThat(last.rows()).isEmpty();
        assertThat(last.next()).isEmpty();
        assertThat(peopleStores
                        .persons()
                        .page(PersonQuery.named(ACME, ""), Optional.empty(), 3)
                        .next())
                .isEmpty();
    }

    @Test
    void theListGoesOnBehindSomebodyWhoIsGoneMeanwhile() {
        save("Ana");
        var bob = save("Bob");
        save("Cleo");
        var page = peopleStores.persons().page(PersonQuery.named(ACME, ""), Optional.empty(), 2);
        hide(bob);
        save("Abel");
        assertThat(peopleStores
                        .persons()
                        .page(PersonQuery.named(ACME, ""), page.next(), 2)
                        .rows())
                .extracting(PersonPage.Row::name)
                .containsExactly("Cleo");
    }

    @Test
    void peopleOfTheSameNameAreEachOnOnePage() {
        for (int i = 0; i < 9; i++) {
            save("Ana Silva");
        }
        for (var typed : List.of("", "ana", "sil ana")) {
            var read = new ArrayList<Object>();
            var next = Optional.<PersonQuery.Key>empty();
            do {
                var page = peopleStores.persons().page(PersonQuery.named(ACME, typed), next, 2);
                page.rows().forEach(row -> read.add(row.person()));
                next = page.next();
            } while (next.isPresent() && read.size() < 50);
            assertThat(read).as("typed: " + typed).hasSize(9).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPageIsFilledPastANameThatWasListedAlready() {
        save("Ana Andrew");
        save("Anton");
        var query = PersonQuery.named(ACME, "an");
        var first = peopleStores.persons().page(query, Optional.empty(), 1);
        var second = peopleStores.persons().page(query, first.next(), 1);
        assertThat(first.rows()).extracting(PersonPage.Row::name).containsExactly("Ana Andrew");
        assertThat(second.rows()).extracting(PersonPage.Row::name).containsExactly("Anton");
    }

    @Test
    void aSearchGivesNoMoreThanAskedFor() {
        save("Ana");
        save("Anna");
        save("Anatol");
        assertThat(peopleStores.persons().search(ACME, "an", 2))
                .extracting(Person::name)
                .containsExactly("Ana", "Anatol");
    }

    @Test
    void aGreekNameIsFoundByItsStartInCapitals() {
        save("Κώστας");
        assertThat(peopleStores.persons().search(ACME, "ΚΩΣ", 5)).hasSize(1);
        assertThat(peopleStores.persons().search(ACME, "κως", 5)).hasSize(1);
        assertThat(peopleStores.persons().search(ACME, "ΚΩΣΤΑΣ", 5)).hasSize(1);
    }

    @Test
    void aNameThatAnEarlierVersionStoredWithAFinalSigmaIsFoundAfterTheMigration() throws IOException {
        var kostas = save("Κώστας");
        database.with(handle -> handle.execute(
                        "update person set search_key = 'κωστας' where id = ?",
                        kostas.id().value())
                + handle.execute(
                        "update person_entry set term = 'κωστας' where person_id = ?",
                        kostas.id().value()));
        assertThat(peopleStores.persons().search(ACME, "ΚΩΣΤΑΣ", 5)).isEmpty();
        for (var statement : Files.readString(Path.of("src/main/resources/db/common/V040__final_sigma.sql"))
                .split(";\\s*", -1)) {
            database.with(handle -> handle.execute(statement));
        }
        assertThat(peopleStores.persons().backfillNameIndex(10)).isEqualTo(1);
        assertThat(peopleStores.persons().search(ACME, "ΚΩΣΤΑΣ", 5)).hasSize(1);
        assertThat(database.<String>with(handle -> handle.createQuery("select search_key from person where id = :id")
                        .bind("id", kostas.id().value())
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("κωστασ");
    }
}
