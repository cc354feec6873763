package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import java.time.Instant;
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

    @ParameterizedTest
    @EnumSource(LegalBasis.Method.class)
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
        bases().reassign(ana.id(), anna.id());
        assertThat(bases().findByPerson(ana.id())).isEmpty();
        assertThat(bases().findByPerson(anna.id())).containsExactly(others, hers);
        bases().undoReassign(ana.id());
        assertThat(bases().findByPerson(ana.id())).containsExactly(hers);
        assertThat(bases().findByPerson(anna.id())).containsExactly(others);
    }

    @Test
    void takingBackTwiceOrWhatWasNotGivenChangesNothing() {
        var ana = save("Ana");
        var anna = save("Anna");
        var hers = given(ana, NOW);
        bases().undoReassign(ana.id());
        bases().reassign(ana.id(), anna.id());
        bases().undoReassign(ana.id());
        bases().reassign(anna.id(), ana.id());
        bases().undoReassign(ana.id());
        assertThat(bases().findByPerson(ana.id())).containsExactly(hers);
    }

    @Test
    void whatWasGivenAwayIsKeptWhenTheOneBeforeIsDeleted() {
        var ana = save("Ana");
        var anna = save("Anna");
        var hers = given(ana, NOW);
        bases().reassign(ana.id(), anna.id());
        peopleStores.persons().delete(ana.id());
        assertThat(bases().findByPerson(anna.id())).containsExactly(hers);
    }
}
