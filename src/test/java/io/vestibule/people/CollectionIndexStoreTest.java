package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vestibule.base.PhotoId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Users and faces in collections, as last told.
class CollectionIndexStoreTest extends PeopleFixture {

    private CollectionRef used;
    private CollectionRef other;

    @BeforeEach
    void open() {
        used = collection("embedded-1");
        other = collection("embedded-2");
    }

    private CollectionIndexStore store() {
        return peopleStores.collections();
    }

    private CollectionUser user(Person person, CollectionRef collection, String status) {
        var user = new CollectionUser(person.id(), collection.id(), person.externalId(), status);
        store().saveUser(user);
        return user;
    }

    @Test
    void nothingIsToldOfWhatNoCollectionWasGiven() {
        var ana = save("Ana");
        assertThat(store().user(ana.id(), used.id())).isEmpty();
        assertThat(store().statusChangedAt(ana.id(), used.id())).isEmpty();
        assertThat(store().faces(ana.id(), used.id())).isEmpty();
        assertThat(store().face(PhotoId.mint(), used.id())).isEmpty();
        assertThat(store().faces(PhotoId.mint())).isEmpty();
        assertThat(store().foundPersons(used.id())).isEmpty();
        assertThat(store().foundPersons(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aUserHasAStatusForEachCollection() {
        var ana = save("Ana");
        var here = user(ana, used, CollectionUser.ACTIVE);
        var there = user(ana, other, "UPDATING");
        assertThat(store().user(ana.id(), used.id())).contains(here);
        assertThat(store().user(ana.id(), other.id())).contains(there);
        assertThat(there.active()).isFalse();
        store().deleteUser(ana.id(), used.id());
        assertThat(store().user(ana.id(), used.id())).isEmpty();
        assertThat(store().user(ana.id(), other.id())).contains(there);
    }

    @Test
    void theTimeOfAStatusIsThatOfItsLastRealChange() {
        var ana = save("Ana");
        user(ana, used, "UPDATING");
        now.set(NOW.plusSeconds(10));
        user(ana, used, "UPDATING");
        assertThat(store().statusChangedAt(ana.id(), used.id())).contains(NOW);
        user(ana, used, CollectionUser.ACTIVE);
        assertThat(store().statusChangedAt(ana.id(), used.id())).contains(NOW.plusSeconds(10));
    }

    @Test
    void onlyActiveUsersWithAFaceCanBeFound() {
        var ana = save("Ana");
        user(ana, used, CollectionUser.ACTIVE);
        assertThat(store().reach(ana.id(), used.id())).isEqualTo(Reach.NEVER);
        face(photo(ana, 0), used, FaceState.ASSOCIATED);
        var bob = save("Bob");
        user(bob, used, "UPDATING");
        face(photo(bob, 0), used, FaceState.ASSOCIATED);
        user(save("Cleo"), other, CollectionUser.ACTIVE);
        user(save("Dan"), used, CollectionUser.ACTIVE);
        var eve = save("Eve");
        store().saveAdopted(new CollectionUser(eve.id(), used.id(), "eve", CollectionUser.ACTIVE));
        assertThat(store().foundPersons(used.id())).containsExactlyInAnyOrder(ana.id(), eve.id());
        assertThat(store().reach(ana.id(), used.id())).isEqualTo(Reach.FOUND);
        assertThat(store().reach(eve.id(), used.id())).isEqualTo(Reach.FOUND);
        assertThat(store().reach(bob.id(), used.id())).isEqualTo(Reach.ON_THE_WAY);
    }

    @Test
    void whoseOnlyPhotoIsHiddenIsNotFound() {
        var ana = save("Ana");
        user(ana, used, CollectionUser.ACTIVE);
        var photo = photo(ana, 0);
        face(photo, used, FaceState.ASSOCIATED);
        peopleStores.photos().setRemoved(photo.id(), java.util.Optional.of(NOW));
        assertThat(store().foundPersons(used.id())).isEmpty();
        assertThat(store().reach(ana.id(), used.id())).isEqualTo(Reach.NEVER);
    }

    @Test
    void aPhotoThatOneCollectionHasIsAbsentFromTheOther() {
        var ana = save("Ana");
        face(photo(ana, 0), used, FaceState.STORED);
        photo(ana, 1);
        assertThat(store().countPhotosNotIndexed(ACME, used.id())).isEqualTo(1);
        assertThat(store().countPhotosNotIndexed(ACME, other.id())).isEqualTo(2);
        assertThat(store().personsNotIndexed(ACME, used.id())).containsExactly(ana.id());
        face(peopleStores.photos().findByPerson(ana.id()).getLast(), used, FaceState.CAPTURED);
        assertThat(store().countPhotosNotIndexed(ACME, used.id())).isZero();
        assertThat(store().personsNotIndexed(ACME, used.id())).isEmpty();
    }

    @Test
    void whatIsHiddenOrOfAnotherCompanyIsNotAbsent() {
        var ana = save("Ana");
        peopleStores.photos().setRemoved(photo(ana, 0).id(), Optional.of(NOW));
        var bob = save("Bob");
        photo(bob, 0);
        hide(bob);
        photo(save(person(OTHER, "Cleo", PersonKind.VISITOR)), 0);
        assertThat(store().countPhotosNotIndexed(ACME, used.id())).isZero();
        assertThat(store().personsNotIndexed(ACME, used.id())).isEmpty();
    }

    @Test
    void whoIsAbsentLongestComesFirst() {
        var young = save("Ana");
        var old = person(ACME, "Bob", PersonKind.VISITOR);
        save(new Person(
                old.id(),
                ACME,
                old.externalId(),
                old.kind(),
                old.name(),
                old.contact(),
                Set.of(),
                "",
                Optional.empty(),
                NOW.minusSeconds(60),
                Optional.empty(),
                false));
        photo(young, 0);
        photo(old, 0);
        assertThat(store().personsNotIndexed(ACME, used.id())).containsExactly(old.id(), young.id());
    }

    @Test
    void onlyIndexedFacesWithAnotherUserAreHeld() {
        var ana = save("Ana");
        var held = photo(ana, 1);
        store().saveFace(face(held, used, FaceState.INDEXED).withHolder(Optional.of("somebody")));
        var heldFirst = photo(ana, 0);
        store().saveFace(face(heldFirst, used, FaceState.INDEXED).withHolder(Optional.of("somebody")));
        var free = photo(ana, 2);
        store().saveFace(face(free, used, FaceState.INDEXED).withHolder(Optional.empty()));
        var refused = photo(ana, 3);
        store().saveFace(face(refused, used, FaceState.INDEXED)
                .notAssociated(List.of("ASSOCIATED_TO_A_DIFFERENT_USER"), Optional.empty(), Optional.of("somebody")));
        assertThat(store().photosWithWrongUser(used.id())).containsExactly(heldFirst.id(), held.id());
        assertThat(store().photosWithWrongUser(other.id())).isEmpty();
        peopleStores.photos().setRemoved(heldFirst.id(), Optional.of(NOW));
        assertThat(store().photosWithWrongUser(used.id())).containsExactly(held.id());
        hide(ana);
        assertThat(store().photosWithWrongUser(used.id())).isEmpty();
    }

    @Test
    void facesOfAPersonAreInTheOrderOfTheirPhotos() {
        var ana = save("Ana");
        var second = face(photo(ana, 1), used, FaceState.ASSOCIATED);
        var first = face(photo(ana, 0), used, FaceState.NOT_ASSOCIATED);
        var hidden = photo(ana, 2);
        face(hidden, used, FaceState.STORED);
        peopleStores.photos().setRemoved(hidden.id(), Optional.of(NOW));
        assertThat(store().faces(ana.id(), used.id())).containsExactly(first, second);
    }

    @Test
    void aPhotoTellsItsFaceInEveryCollection() {
        var photo = photo(save("Ana"), 0);
        var here = face(photo, used, FaceState.ASSOCIATED);
        var there = face(photo, other, FaceState.REFUSED);
        assertThat(store().faces(photo.id())).containsExactlyInAnyOrder(here, there);
        assertThat(store().face(photo.id(), other.id())).contains(there);
        assertThat(there.reasons()).containsExactly("LOW_SHARPNESS");
    }

    @Test
    void whatWasRefusedThatVeryMomentWasNotRefusedBeforeIt() {
        var ana = save("Ana");
        var refused = photo(ana, 0);
        face(refused, used, FaceState.REFUSED);
        face(photo(ana, 1), used, FaceState.NOT_ASSOCIATED);
        assertThat(store().refusedBefore(used.id(), NOW)).isEmpty();
        assertThat(store().refusedBefore(used.id(), NOW.plus(Duration.ofMillis(1))))
                .containsExactly(refused.id());
        peopleStores.photos().setRemoved(refused.id(), Optional.of(NOW));
        assertThat(store().refusedBefore(used.id(), NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void eachCollectionHasItsOwnRefusals() {
        var ana = save("Ana");
        var both = photo(ana, 0);
        face(both, used, FaceState.REFUSED);
        face(both, other, FaceState.REFUSED);
        face(photo(ana, 1), other, FaceState.REFUSED);
        assertThat(store().refusedBefore(used.id(), NOW.plusSeconds(1))).containsExactly(both.id());
    }

    @Test
    void countsAreOfTheCompanyAndOfThatCollection() {
        var ana = save("Ana");
        user(ana, used, CollectionUser.ACTIVE);
        user(ana, other, CollectionUser.ACTIVE);
        face(photo(ana, 0), used, FaceState.ASSOCIATED);
        face(photo(ana, 1), used, FaceState.ASSOCIATED);
        face(photo(ana, 2), used, FaceState.NOT_ASSOCIATED);
        face(photo(ana, 3), used, FaceState.REFUSED);
        face(photo(ana, 4), other, FaceState.ASSOCIATED);
        hide(save("Bob"));
        photo(save(person(OTHER, "Cleo", PersonKind.VISITOR)), 0);
        var counts = store().counts(ACME, used.id());
        assertThat(counts).isEqualTo(new CollectionIndexStore.Counts(1, 1, 3, 5, 2, 1, 1, 5 * 640 * 480));
        assertThat(counts.pending()).isEqualTo(1);
        assertThat(store().counts(ACME, UUID.randomUUID()).faces()).isZero();
    }

    @Test
    void anEmptyCompanyCountsNothingAndNothingIsLessThanNothing() {
        assertThat(store().counts(OTHER, used.id())).isEqualTo(new CollectionIndexStore.Counts(0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(new CollectionIndexStore.Counts(0, 0, 3, 1, 2, 0, 0, 0).pending())
                .isZero();
    }

    @Test
    void facesOfNoPhotoOfOursAreUnknown() {
        var known =
                face(photo(save("Ana"), 0), used, FaceState.INDEXED).faceId().orElseThrow();
        assertThat(store().unknownFaceIds(used.id(), List.of())).isEmpty();
        assertThat(store().unknownFaceIds(used.id(), List.of("b", known, "a"))).containsExactly("b", "a");
        assertThat(store().unknownFaceIds(other.id(), List.of(known))).containsExactly(known);
    }

    @ParameterizedTest
    @EnumSource(FaceState.class)
    void aFaceGoesToItsNextStatesAndToNoOther(FaceState from) {
        for (var to : FaceState.values()) {
            var photo = photo(save("Ana"), 0);
            var present = face(photo, used, from);
            var next = present.withState(to);
            if (from.allowedTransitions().contains(to)) {
                store().saveFace(next);
                assertThat(store().face(photo.id(), used.id()))
                        .as(from + " to " + to)
                        .contains(next);
            } else {
                assertThatIllegalStateException()
                        .as(from + " to " + to)
                        .isThrownBy(() -> store().saveFace(next))
                        .withMessage("A photo that is " + from + " cannot become " + to);
                assertThat(store().face(photo.id(), used.id())).contains(present);
            }
        }
    }

    @Test
    void usersOfADeletedPersonAreGone() {
        var ana = save("Ana");
        user(ana, used, CollectionUser.ACTIVE);
        peopleStores.persons().delete(ana.id());
        assertThat(store().foundPersons(used.id())).isEmpty();
    }
}
