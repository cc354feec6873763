package io.vestibule.people.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.FaceState;
import io.vestibule.people.PeopleFixture;
import io.vestibule.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What collections that are not in use still know of those who are erased.
class PendingErasureStoreTest extends PeopleFixture {

    private PendingErasureStore remains;
    private CollectionRef used;
    private CollectionRef second;
    private CollectionRef third;
    private Person ana;

    @BeforeEach
    void open() {
        remains = new PendingErasureStore(database);
        used = collection("embedded-1");
        second = collection("embedded-2");
        third = collection("embedded-3");
        ana = save("Ana");
    }

    private PendingErasure only(List<UUID> noted) {
        assertThat(noted).hasSize(1);
        return remains.find(noted.getFirst()).orElseThrow();
    }

    @Test
    void nothingRemainsOfSomebodyOnlyInTheCollectionInUse() {
        peopleStores.collections().saveUser(new CollectionUser(ana.id(), used.id(), "user", CollectionUser.ACTIVE));
        var photo = photo(ana, 0);
        face(photo, used, FaceState.ASSOCIATED);
        assertThat(remains.add(ana, used.id(), NOW)).isEmpty();
        assertThat(remains.add(photo, ana, used.id(), NOW)).isEmpty();
        assertThat(remains.all()).isEmpty();
    }

    @Test
    void somebodyWithoutAFaceRemainsAsAUser() {
        peopleStores.collections().saveUser(new CollectionUser(ana.id(), second.id(), "user", CollectionUser.NONE));
        var left = only(remains.add(ana, used.id(), NOW));
        assertThat(left.collection()).isEqualTo(second);
        assertThat(left.user()).isEqualTo(ana.externalId());
        assertThat(left.includesUser()).isTrue();
        assertThat(left.photos()).isEmpty();
    }

    @Test
    void everyPhotoThatACollectionWasGivenRemainsWithItsFaceIfThatIsKnown() {
        var indexed = photo(ana, 0);
        face(indexed, second, FaceState.NOT_ASSOCIATED);
        var sent = photo(ana, 1);
        face(sent, second, FaceState.STORED);
        face(photo(ana, 2), second, FaceState.CAPTURED);
        face(photo(ana, 3), used, FaceState.ASSOCIATED);
        var left = only(remains.add(ana, used.id(), NOW));
        assertThat(left.photos())
                .containsExactlyInAnyOrder(
                        new PendingErasure.PendingPhoto(indexed.id(), Optional.of("f" + indexed.id())),
                        new PendingErasure.PendingPhoto(sent.id(), Optional.empty()));
    }

    @Test
    void aPhotoThatWasOnlyMeantForACollectionDoesNotRemainThere() {
        var photo = photo(ana, 0);
        face(photo, second, FaceState.CAPTURED);
        assertThat(remains.add(ana, used.id(), NOW)).isEmpty();
        assertThat(remains.add(photo, ana, used.id(), NOW)).isEmpty();
    }

    @Test
    void eachCollectionThatKnowsSomebodyIsNotedOnce() {
        peopleStores.collections().saveUser(new CollectionUser(ana.id(), second.id(), "user", CollectionUser.ACTIVE));
        face(photo(ana, 0), second, FaceState.ASSOCIATED);
        face(photo(ana, 1), third, FaceState.REFUSED);
        assertThat(remains.add(ana, used.id(), NOW)).hasSize(2);
        assertThat(remains.all()).extracting(PendingErasure::collection).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void ofOnePhotoOnlyThatPhotoRemainsAndTheUserStays() {
        var gone = photo(ana, 0);
        face(gone, second, FaceState.ASSOCIATED);
        face(photo(ana, 1), second, FaceState.ASSOCIATED);
        var left = only(remains.add(gone, ana, used.id(), NOW));
        assertThat(left.includesUser()).isFalse();
        assertThat(left.photos()).extracting(PendingErasure.PendingPhoto::photo).containsExactly(gone.id());
    }

    @Test
    void whatRemainsIsKeptWhenThePersonIsDeletedAndListedOldestFirst() {
        face(photo(ana, 0), second, FaceState.ASSOCIATED);
        var bob = save("Bob");
        face(photo(bob, 0), second, FaceState.ASSOCIATED);
        var later = only(remains.add(ana, used.id(), NOW.plusSeconds(1)));
        var earlier = only(remains.add(bob, used.id(), NOW));
        peopleStores.persons().delete(ana.id());
        peopleStores.persons().delete(bob.id());
        assertThat(remains.all()).extracting(PendingErasure::id).containsExactly(earlier.id(), later.id());
        assertThat(remains.all()).allSatisfy(one -> assertThat(one.photos()).isEmpty());
        assertThat(remains.find(later.id())).contains(later);
    }

    @Test
    void whatIsErasedIsNotedNoLonger() {
        face(photo(ana, 0), second, FaceState.ASSOCIATED);
        var noted = remains.add(ana, used.id(), NOW).getFirst();
        remains.delete(noted);
        assertThat(remains.find(noted)).isEmpty();
        assertThat(rows("remains_photo")).isZero();
        assertThat(remains.find(UUID.randomUUID())).isEmpty();
    }
}
