package io.vestibule.people.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.Contact;
import io.vestibule.people.PeopleFixture;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.store.AllCompanies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Changes, as long as they can be taken back.
class ChangeStoreTest extends PeopleFixture {

    private ChangeStore changes;
    private Person ana;
    private Person bob;

    @BeforeEach
    void open() {
        changes = new ChangeStore(AllCompanies.of(database));
        ana = save("Ana", gate);
        bob = save("Bob");
    }

    private PersonChange made(Undo.ChangeKind changeKind, Person person, long seconds) {
        var personChange = PersonChange.of(changeKind, person.id(), NOW.plusSeconds(seconds));
        changes.insert(personChange);
        return personChange;
    }

    @Test
    void aChangeComesBackWithAllThatWasBefore() {
        var photo = photo(ana, 0);
        var other = photo(ana, 1);
        var before = new PersonEdit(
                "Ana Silva",
                PersonKind.WATCH,
                new Contact("m@c.example", "+49 2", "Mr Host"),
                Set.of(gate.id(), lobby.id()),
                "a note",
                Optional.of(NOW.plusSeconds(99)));
        var personChange = PersonChange.of(Undo.ChangeKind.MERGE, ana.id(), NOW)
                .withOtherPerson(bob.id())
                .withPhoto(photo.id())
                .withJob(UUID.randomUUID())
                .withJob(UUID.randomUUID())
                .withInterrupted(List.of(UUID.randomUUID(), UUID.randomUUID()))
                .withNewUser(true)
                .withBasis(UUID.randomUUID())
                .withBefore(before)
                .withMoved(List.of(
                        new PersonChange.Moved(photo.id(), 0, true), new PersonChange.Moved(other.id(), 1, false)));
        changes.insert(personChange);
        assertThat(changes.find(personChange.id())).contains(personChange);
        assertThat(changes.findByJob(personChange.jobs().getFirst())).contains(personChange);
        assertThat(changes.findUndoable(NOW)).containsExactly(personChange);
    }

    @Test
    void aChangeOfSomebodyAtNoSiteWithoutEndComesBackSo() {
        var before = new PersonEdit("Bob", PersonKind.EMPLOYEE, Contact.NONE, Set.of(), "", Optional.empty());
        var personChange = PersonChange.of(Undo.ChangeKind.EDIT, bob.id(), NOW).withBefore(before);
        changes.insert(personChange);
        assertThat(changes.find(personChange.id())).contains(personChange);
    }

    @Test
    void aPlainChangeHasNothingBeforeNorAfterIt() {
        var personChange = made(Undo.ChangeKind.REMOVE, ana, 0);
        assertThat(changes.find(personChange.id())).contains(personChange);
        assertThat(personChange.before()).isEmpty();
        assertThat(personChange.until()).isEqualTo(NOW.plus(Undo.WINDOW));
    }

    @Test
    void anUnknownChangeIsNotFound() {
        assertThat(changes.find(UUID.randomUUID())).isEmpty();
        assertThat(changes.findByJob(UUID.randomUUID())).isEmpty();
        assertThat(changes.findUndoable(NOW)).isEmpty();
    }

    @Test
    void aChangeIsOpenUntilItsTimeIsOverAndNotAtThatMoment() {
        var personChange = made(Undo.ChangeKind.REMOVE, ana, 0);
        assertThat(changes.findUndoable(personChange.until().minusMillis(1))).containsExactly(personChange);
        assertThat(changes.findUndoable(personChange.until())).isEmpty();
    }

    @Test
    void theLatestChangeIsOfferedFirst() {
        var first = made(Undo.ChangeKind.REMOVE, ana, 0);
        var last = made(Undo.ChangeKind.REMOVE, bob, 2);
        var middle = made(Undo.ChangeKind.EDIT, ana, 1);
        assertThat(changes.findUndoable(NOW)).containsExactly(last, middle, first);
    }

    @Test
    void whatIsOverIsForgottenAndTheRestIsKept() {
        var over = made(Undo.ChangeKind.REMOVE, ana, 0);
        var open = made(Undo.ChangeKind.REMOVE, bob, 1);
        changes.deleteExpired(over.until());
        assertThat(changes.find(over.id())).isEmpty();
        assertThat(changes.find(open.id())).contains(open);
        changes.delete(open.id());
        assertThat(changes.find(open.id())).isEmpty();
    }

    @Test
    void onlyALaterChangeOfTheSameKindAndPersonComesFirst() {
        var personChange = made(Undo.ChangeKind.EDIT, ana, 1);
        made(Undo.ChangeKind.EDIT, ana, 0);
        made(Undo.ChangeKind.EDIT, bob, 2);
        made(Undo.ChangeKind.RENEW, ana, 2);
        assertThat(changes.isSuperseded(personChange)).isFalse();
        var later = made(Undo.ChangeKind.EDIT, ana, 3);
        assertThat(changes.isSuperseded(personChange)).isTrue();
        assertThat(changes.isSuperseded(later)).isFalse();
        changes.delete(later.id());
        assertThat(changes.isSuperseded(personChange)).isFalse();
    }

    @Test
    void aChangeOfAnotherPhotoDoesNotComeFirst() {
        var one = photo(ana, 0);
        var two = photo(ana, 1);
        var first = PersonChange.of(Undo.ChangeKind.MOVE, ana.id(), NOW).withPhoto(one.id());
        changes.insert(first);
        changes.insert(PersonChange.of(Undo.ChangeKind.MOVE, ana.id(), NOW.plusSeconds(1))
                .withPhoto(two.id()));
        assertThat(changes.isSuperseded(first)).isFalse();
        changes.insert(PersonChange.of(Undo.ChangeKind.MOVE, ana.id(), NOW.plusSeconds(2))
                .withPhoto(one.id()));
        assertThat(changes.isSuperseded(first)).isTrue();
    }

    @Test
    void changesOfSomebodyWhoIsDeletedAreForgotten() {
        var photo = photo(ana, 0);
        var personChange = PersonChange.of(Undo.ChangeKind.MERGE, ana.id(), NOW)
                .withOtherPerson(bob.id())
                .withBefore(PersonEdit.of(ana))
                .withMoved(List.of(new PersonChange.Moved(photo.id(), 0, true)));
        changes.insert(personChange);
        peopleStores.persons().delete(bob.id());
        assertThat(changes.find(personChange.id())).isEmpty();
        assertThat(rows("person_before")).isZero();
        assertThat(rows("moved_photo")).isZero();
    }
}
