package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Faces of saved photos as this machine sees them.
class FaceVectorStoreTest extends PeopleFixture {

    private FaceVectorStore vectors() {
        return peopleStores.vectors();
    }

    @Test
    void vectorsAreInTheOrderOfThePhotosAndWithoutHiddenOnes() {
        var ana = save("Ana");
        var second = photo(ana, 1);
        var first = photo(ana, 0);
        var hidden = photo(ana, 2);
        vectors().save(second.id(), "one", new float[] {2, -0.5f});
        vectors().save(first.id(), "one", new float[] {1, 0.25f});
        vectors().save(hidden.id(), "one", new float[] {3, 3});
        peopleStores.photos().setRemoved(hidden.id(), Optional.of(NOW));
        var read = vectors().findByPerson(ana.id(), "one");
        assertThat(read.keySet()).containsExactly(first.id(), second.id());
        assertThat(read.get(first.id())).containsExactly(1, 0.25f);
        assertThat(read.get(second.id())).containsExactly(2, -0.5f);
    }

    @Test
    void vectorsOfOtherModelsAreNotCompared() {
        var ana = save("Ana");
        vectors().save(photo(ana, 0).id(), "one", new float[] {1});
        assertThat(vectors().findByPerson(ana.id(), "two")).isEmpty();
        assertThat(vectors().findByPerson(PersonId.mint(), "one")).isEmpty();
    }

    @Test
    void aPhotoHasTheVectorThatWasMadeLast() {
        var ana = save("Ana");
        var photo = photo(ana, 0);
        vectors().save(photo.id(), "one", new float[] {1});
        vectors().save(photo.id(), "two", new float[] {2});
        assertThat(vectors().findByPerson(ana.id(), "one")).isEmpty();
        assertThat(vectors().findByPerson(ana.id(), "two").get(photo.id())).containsExactly(2);
        peopleStores.photos().delete(photo.id());
        assertThat(rows("photo_vector")).isZero();
    }
}
