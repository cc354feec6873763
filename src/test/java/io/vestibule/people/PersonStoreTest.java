package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of people, and who is counted, listed or passed over.
class PersonStoreTest extends PeopleFixture {

    private PersonStore persons() {
        return peopleStores.persons();
    }

    private int version(Person person) {
        return database.with(handle -> handle.createQuery("select version from person where id = :id")
                .bind("id", person.id().value())
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void nothingIsToldOfAnUnknownPerson() {
        var unknown = PersonId.mint();
        assertThat(persons().find(unknown)).isEmpty();
        assertThat(persons().row(unknown)).isEmpty();
        assertThat(persons().status(unknown)).isEmpty();
        assertThat(persons().setStatus(unknown, EnrolmentStatus.State.STUCK)).isFalse();
        assertThat(persons().lookAlikes(unknown)).isEmpty();
        assertThat(persons().findByExternalId(UUID.randomUUID().toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "00000000-0000-0000-0000-00000000000", "1-1-1-1-1"})
    void aUserWhomOthersMadeIsNobodyOfOurs(String userId) {
        save("Ana");
        assertThat(persons().findByExternalId(userId)).isEmpty();
    }

    @Test
    void aUserIsFoundWhateverTheCaseOfTheId() {
        var ana = save("Ana");
        assertThat(persons().findByExternalId(ana.externalId().toUpperCase(Locale.ROOT)))
                .contains(ana);
    }

    @Test
    void anExternalIdIsUsedOnceAndTheSecondLeavesNoTrace() {
        var ana = save("Ana");
        var twin = new Person(
                PersonId.mint(),
                ACME,
                ana.externalId(),
                PersonKind.VISITOR,
                "Twin",
                ana.contact(),
                Set.of(gate.id()),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                false);
        assertThatThrownBy(() -> persons().insert(twin)).hasMessageContaining("23505");
        assertThat(persons().find(twin.id())).isEmpty();
        assertThat(persons().search(ACME, "twin", 5)).isEmpty();
        assertThat(rows("person_site")).isZero();
    }

    @Test
    void anUpdateReplacesWhatCanBeTypedAndKeepsTheRest() {
        var ana = save("Ana", gate);
        var typed = new Person(
                ana.id(),
                OTHER,
                UUID.randomUUID(),
                PersonKind.EMPLOYEE,
                "Maria",
                new Contact("m@c.example", "+49 2", "Mr Host"),
                Set.of(lobby.id()),
                "other note",
                Optional.empty(),
                NOW.plusSeconds(5),
                Optional.of(NOW),
                true);
        persons().update(typed);
        var found = persons().find(ana.id()).orElseThrow();
        assertThat(found.kind()).isEqualTo(PersonKind.EMPLOYEE);
        assertThat(found.name()).isEqualTo("Maria");
        assertThat(found.contact()).isEqualTo(typed.contact());
        assertThat(found.sites()).containsExactly(lobby.id());
        assertThat(found.note()).isEqualTo("other note");
        assertThat(found.expires()).isEmpty();
        assertThat(found.company()).isEqualTo(ACME);
        assertThat(found.externalId()).isEqualTo(ana.externalId());
        assertThat(found.created()).isEqualTo(NOW);
        assertThat(found.removed()).isEmpty();
        assertThat(found.sample()).isFalse();
    }

    @Test
    void everyChangeOfAPersonCounts() {
        var ana = save("Ana");
        assertThat(version(ana)).isZero();
        persons().update(changed(ana, "Anna", ana.kind(), Set.of(), ana.expires()));
        assertThat(version(ana)).isEqualTo(1);
        hide(ana);
        assertThat(version(ana)).isEqualTo(2);
    }

    @Test
    void aPersonWithoutSitesHasNoneAndWithTwoHasBoth() {
        assertThat(persons().find(save("Ana").id()).orElseThrow().sites()).isEmpty();
        assertThat(persons().find(save("Bob", gate, lobby).id()).orElseThrow().sites())
                .containsExactlyInAnyOrder(gate.id(), lobby.id());
    }

    @Test
    void whoseTimeIsOverThisVeryMomentHasExpired() {
        var ana = save("Ana");
        var bob = save("Bob");
        persons().update(changed(bob, "Bob", PersonKind.EMPLOYEE, Set.of(), Optional.empty()));
        var end = ana.expires().orElseThrow();
        assertThat(persons().expired(ACME, end.minusMillis(1))).isEmpty();
        assertThat(persons().expired(ACME, end)).containsExactly(ana.id());
        hide(ana);
        assertThat(persons().expired(ACME, end)).isEmpty();
    }

    @Test
    void onlyPeopleOfTheCompanyWhoAreThereCount() {
        save("Ana");
        hide(save("Bob"));
        save(person(OTHER, "Cleo", PersonKind.VISITOR));
        assertThat(persons().count(ACME)).isEqualTo(1);
        assertThat(persons().count(OTHER)).isEqualTo(1);
        hide(save("Dora"));
        assertThat(persons().findAll(ACME, Optional.empty(), Optional.empty()))
                .extracting(Person::name)
                .containsExactly("Ana");
    }

    @Test
    void everybodyOfAKindAtASiteIsReadByName() {
        save(person(ACME, "zoe", PersonKind.VISITOR, gate));
        save(person(ACME, "Émile", PersonKind.VISITOR, gate, lobby));
        save(person(ACME, "Carl", PersonKind.EMPLOYEE, gate));
        save(person(ACME, "Anna", PersonKind.VISITOR, lobby));
        assertThat(persons().findAll(ACME, Optional.of(PersonKind.VISITOR), Optional.of(gate.id())))
                .extracting(Person::name)
                .containsExactly("Émile", "zoe");
        assertThat(persons().findAll(ACME, Optional.of(PersonKind.VISITOR), Optional.empty()))
                .hasSize(3);
        assertThat(persons().findAll(ACME, Optional.empty(), Optional.of(lobby.id())))
                .extracting(Person::name)
                .containsExactly("Anna", "Émile");
        assertThat(persons().findAll(ACME, Optional.of(PersonKind.WATCH), Optional.empty()))
                .isEmpty();
    }

    @Test
    void samplesAreThoseThatWereShippedAndAreStillThere() {
        save("Ana");
        var template = person(ACME, "Sample", PersonKind.VISITOR);
        var sample = new Person(
                template.id(),
                ACME,
                template.externalId(),
                template.kind(),
                template.name(),
                template.contact(),
                template.sites(),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                true);
        save(sample);
        assertThat(persons().samplePersons(ACME)).containsExactly(sample.id());
        assertThat(persons().samplePersons(OTHER)).isEmpty();
        hide(sample);
        assertThat(persons().samplePersons(ACME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EnrolmentStatus.State.class)
    void onlyWhatPassesByItselfIsUnsettled(EnrolmentStatus.State state) {
        var ana = save("Ana");
        persons().setStatus(ana.id(), state);
        var passes = Set.of(EnrolmentStatus.State.SAVING, EnrolmentStatus.State.UPDATING, EnrolmentStatus.State.WAITING)
                .contains(state);
        assertThat(persons().findWithTransientStatus().contains(ana.id())).isEqualTo(passes);
        hide(ana);
        assertThat(persons().findWithTransientStatus()).isEmpty();
    }

    @Test
    void howAHiddenPersonStandsIsKeptAndDoesNotListThem() {
        var ana = save("Ana");
        hide(ana);
        assertThat(persons().setStatus(ana.id(), EnrolmentStatus.State.SEARCHABLE))
                .isTrue();
        assertThat(persons().search(ACME, "", 5)).isEmpty();
        persons().setRemoved(ana.id(), Optional.empty());
        assertThat(persons().row(ana.id()).orElseThrow().status()).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
    }

    @Test
    void aNewPersonStandsWithoutPhoto() {
        assertThat(persons().status(save("Ana").id())).contains(EnrolmentStatus.State.NO_PHOTO);
    }

    @Test
    void lookAlikesAreSoOnBothSidesAndOnlyOnce() {
        var ana = save("Ana");
        var eva = save("Eva");
        var bob = save("Bob");
        var operator = OperatorId.mint();
        persons().setLookAlike(ana.id(), eva.id(), operator, NOW);
        persons().setLookAlike(ana.id(), eva.id(), operator, NOW.plusSeconds(1));
        persons().setLookAlike(bob.id(), ana.id(), operator, NOW);
        assertThat(rows("look_alike")).isEqualTo(2);
        assertThat(persons().lookAlikes(ana.id())).containsExactlyInAnyOrder(eva.id(), bob.id());
        assertThat(persons().lookAlikes(eva.id())).containsExactly(ana.id());
        persons().delete(ana.id());
        assertThat(persons().lookAlikes(eva.id())).isEmpty();
    }

    @Test
    void theFaceOfARowIsAPhotoInUseBeforeOneOnTheWayBeforeARefusedOne() {
        var collection = collection("embedded-1");
        var ana = save("Ana");
        assertThat(persons().row(ana.id()).orElseThrow().face()).isEmpty();
        var refused = photo(ana, 0);
        face(refused, collection, FaceState.REFUSED);
        assertThat(persons().row(ana.id()).orElseThrow().face()).contains(refused.id());
        var saving = photo(ana, 1);
        assertThat(persons().row(ana.id()).orElseThrow().face()).contains(saving.id());
        var used = photo(ana, 2);
        face(used, collection, FaceState.ASSOCIATED);
        assertThat(persons().row(ana.id()).orElseThrow().face()).contains(used.id());
        peopleStores.photos().setRemoved(used.id(), Optional.of(NOW));
        assertThat(persons().row(ana.id()).orElseThrow().face()).contains(saving.id());
    }

    @Test
    void aHiddenPersonHasNoRowAndIsFoundByIdAlone() {
        var ana = save("Ana");
        hide(ana);
        assertThat(persons().row(ana.id())).isEmpty();
        assertThat(persons().find(ana.id()).orElseThrow().removed()).contains(NOW);
    }

    @Test
    void peopleFromBeforeTheListAreTakenInByTheNumberAskedFor() {
        for (var name : new String[] {"Ana", "Bob", "Cleo"}) {
            var id = save(name).id().value();
            database.with(handle -> handle.execute("delete from person_entry where person_id = ?", id)
                    + handle.execute("insert into person_unlisted (person_id) values (?)", id));
        }
        assertThat(persons().backfillNameIndex(2)).isEqualTo(2);
        assertThat(persons().search(ACME, "", 9)).hasSize(2);
        assertThat(persons().backfillNameIndex(2)).isEqualTo(1);
        assertThat(persons().search(ACME, "", 9)).hasSize(3);
        assertThat(persons().backfillNameIndex(2)).isZero();
    }
}
