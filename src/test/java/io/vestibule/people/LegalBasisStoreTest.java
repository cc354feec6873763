package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import io.vestibule.store.AllCompanies;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Why people may be kept, and what becomes of that when two are made one.
class LegalBasisStoreTest extends PeopleFixture {

    private final OperatorId operator = OperatorId.mint();

    private LegalBasisStore bases() {
        return peopleStores.bases();
    }

    private LegalBasis consent(Instant at) {
        return new LegalBasis.Consent("1", "en", LegalBasis.Method.ON_SCREEN, at, operator);
    }

    private LegalBasis given(Person person, Instant at) {
        var basis = consent(at);
        bases().add(person.id(), basis);
        return basis;
    }

    private UUID change(Person from, Person into) {
        var change = PersonChange.of(Undo.ChangeKind.MERGE, from.id(), NOW).withOtherPerson(into.id());
        new ChangeStore(AllCompanies.of(database)).insert(change);
        return change.id();
    }

    private UUID merge(Person from, Person into) {
        var change = change(from, into);
        bases().reassign(change, from.id(), into.id());
        return change;
    }

    @ParameterizedTest
    @EnumSource(value = LegalBasis.Method.class, mode = EnumSource.Mode.EXCLUDE, names = "SIGNED_SCREEN")
    void consentTellsHowItWasGiven(LegalBasis.Method method) {
        var ana = save("Ana");
        var consent = new LegalBasis.Consent("2", "de", method, NOW, operator);
        bases().add(ana.id(), consent);
        assertThat(bases().findByPerson(ana.id())).containsExactly(consent);
    }

    @Test
    void nobodyHasABasisUntilOneIsGiven() {
        assertThat(bases().findByPerson(save("Ana").id())).isEmpty();
        assertThatThrownBy(() -> bases().add(PersonId.mint(), consent(NOW))).hasMessageContaining("23506");
    }

    @Test
    void onlyThatEntryIsWithdrawn() {
        var ana = save("Ana");
        var bob = save("Bob");
        var first = given(ana, NOW);
        var added = bases().add(ana.id(), consent(NOW));
        var his = given(bob, NOW);
        bases().delete(added);
        assertThat(bases().findByPerson(ana.id())).containsExactly(first);
        assertThat(bases().findByPerson(bob.id())).containsExactly(his);
        bases().delete(added);
        assertThat(bases().findByPerson(ana.id())).containsExactly(first);
    }

    @Test
    void whatWasGivenForOneCountsForTheOtherAndComesBackAlone() {
        var ana = save("Ana");
        var anna = save("Anna");
        var hers = given(ana, NOW);
        var others = given(anna, NOW.plusSeconds(1));
        var merge = merge(ana, anna);
        assertThat(bases().findByPerson(ana.id())).isEmpty();
        assertThat(bases().findByPerson(anna.id())).containsExactly(others, hers);
        bases().undoReassign(merge, ana.id(), anna.id());
        assertThat(bases().findByPerson(ana.id())).containsExactly(hers);
        assertThat(bases().findByPerson(anna.id())).containsExactly(others);
    }

    @Test
    void takingBackTwiceOrWhatWasNotGivenChangesNothing() {
        var ana = save("Ana");
        var anna = save("Anna");
        var hers = given(ana, NOW);
        var notGiven = change(ana, anna);
        bases().undoReassign(notGiven, ana.id(), anna.id());
        var merge = merge(ana, anna);
        bases().undoReassign(merge, ana.id(), anna.id());
        merge(anna, ana);
        bases().undoReassign(merge, ana.id(), anna.id());
        assertThat(bases().findByPerson(ana.id())).containsExactly(hers);
    }

    @Test
    void whatWasGivenAwayIsKeptWhenTheOneBeforeIsDeleted() {
        var ana = save("Ana");
        var anna = save("Anna");
        var hers = given(ana, NOW);
        merge(ana, anna);
        peopleStores.persons().delete(ana.id());
        assertThat(bases().findByPerson(anna.id())).containsExactly(hers);
    }

    @Test
    void whatWasGivenByTwoMergesComesBackToWhomItWasGivenFor() {
        var ana = save("Ana");
        var anna = save("Anna");
        var annika = save("Annika");
        var first = given(ana, NOW);
        var second = given(anna, NOW.plusSeconds(1));
        var one = merge(ana, anna);
        var two = merge(anna, annika);
        assertThat(bases().findByPerson(annika.id())).containsExactly(second, first);
        bases().undoReassign(two, anna.id(), annika.id());
        assertThat(bases().findByPerson(anna.id())).containsExactly(second, first);
        bases().undoReassign(one, ana.id(), anna.id());
        assertThat(bases().findByPerson(ana.id())).containsExactly(first);
        assertThat(bases().findByPerson(anna.id())).containsExactly(second);
        assertThat(bases().findByPerson(annika.id())).isEmpty();
    }

    @Test
    void aMergeThatCannotBeUndoneAnyMoreLeavesNoTrace() {
        var ana = save("Ana");
        var anna = save("Anna");
        given(ana, NOW);
        merge(ana, anna);
        new ChangeStore(AllCompanies.of(database)).deleteExpired(NOW.plus(Undo.WINDOW));
        assertThat(database.<Long>with(handle -> handle.createQuery("select count(*) from moved_basis")
                        .mapTo(Long.class)
                        .one()))
                .isZero();
    }
}
