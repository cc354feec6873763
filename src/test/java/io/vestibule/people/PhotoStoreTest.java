package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rows of photos, their thumbnails and their bytes.
class PhotoStoreTest extends PeopleFixture {

    private PhotoStore photos() {
        return peopleStores.photos();
    }

    private PhotoRecord photo(Person person, CompanyId company, String sha256) {
        var photo = new PhotoRecord(PhotoId.mint(), company, person.id(), sha256, 640, 480, 0, false, NOW);
        photos().insert(photo, new byte[] {1}, new byte[] {2});
        return photo;
    }

    @Test
    void nothingIsToldOfAnUnknownPhoto() {
        var unknown = PhotoId.mint();
        assertThat(photos().find(unknown)).isEmpty();
        assertThat(photos().lockOwner(unknown)).isEmpty();
        assertThat(photos().thumbnail(unknown)).isEmpty();
        assertThat(photos().pendingUpload(unknown)).isEmpty();
        assertThat(photos().findByPerson(PersonId.mint())).isEmpty();
        assertThat(photos().findBySha256(ACME, "aa")).isEmpty();
    }

    @Test
    void aPhotoComesBackAsItWasSaved() {
        var ana = save("Ana");
        var photo = new PhotoRecord(PhotoId.mint(), ACME, ana.id(), "aa", 1200, 1600, 3, true, NOW);
        photos().insert(photo, new byte[] {1}, new byte[] {2});
        assertThat(photos().find(photo.id())).contains(photo);
        assertThat(photos().lockOwner(photo.id())).contains(ana.id());
        assertThat(photo.key())
                .isEqualTo("photos/" + photo.id().toString().substring(0, 2) + "/" + photo.id() + ".jpg");
    }

    @Test
    void theSameBytesAreKeptOnceForEachCompany() {
        var ana = save("Ana");
        var cleo = save(person(OTHER, "Cleo", PersonKind.VISITOR));
        var ours = photo(ana, ACME, "aa");
        var theirs = photo(cleo, OTHER, "aa");
        assertThat(photos().findBySha256(ACME, "aa")).contains(ours);
        assertThat(photos().findBySha256(OTHER, "aa")).contains(theirs);
        assertThatThrownBy(() -> photo(ana, ACME, "aa")).hasMessageContaining("23505");
        assertThat(rows("photo_outbox")).isEqualTo(2);
        assertThat(photos().count(ACME)).isEqualTo(1);
    }

    @Test
    void photosAreInTheOrderOfTheirPlacesAndHiddenOnesOnlyAmongAll() {
        var ana = save("Ana");
        var second = photo(ana, 1);
        var first = photo(ana, 0);
        photo(save("Bob"), 0);
        photos().setRemoved(first.id(), Optional.of(NOW));
        assertThat(photos().findByPerson(ana.id())).extracting(PhotoRecord::id).containsExactly(second.id());
        assertThat(photos().findByPersonWithRemoved(ana.id()))
                .extracting(PhotoRecord::id)
                .containsExactly(first.id(), second.id());
        assertThat(photos().find(first.id()).orElseThrow().removed()).isTrue();
        photos().setRemoved(first.id(), Optional.empty());
        assertThat(photos().findByPerson(ana.id()))
                .extracting(PhotoRecord::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void theNextPlaceIsBehindAllPhotosHiddenOnesToo() {
        var ana = save("Ana");
        assertThat(photos().nextPosition(ana.id())).isZero();
        photo(ana, 0);
        var last = photo(ana, 4);
        photos().setRemoved(last.id(), Optional.of(NOW));
        assertThat(photos().nextPosition(ana.id())).isEqualTo(5);
    }

    @Test
    void aPhotoThatIsGivenAwayTakesItsNewPlace() {
        var ana = save("Ana");
        var bob = save("Bob");
        var photo = photo(ana, 0);
        photos().reassign(photo.id(), bob.id(), 7);
        assertThat(photos().findByPerson(ana.id())).isEmpty();
        assertThat(photos().findByPerson(bob.id()).getFirst().position()).isEqualTo(7);
        assertThat(photos().lockOwner(photo.id())).contains(bob.id());
    }

    @Test
    void aPhotoThatSomebodyLeftAsItIsIsAccepted() {
        var photo = photo(save("Ana"), 0);
        assertThat(photos().find(photo.id()).orElseThrow().accepted()).isFalse();
        photos().setAccepted(photo.id(), Optional.of(NOW));
        assertThat(photos().find(photo.id()).orElseThrow().accepted()).isTrue();
    }

    @Test
    void thumbnailsAreReadForThosePhotosThatHaveOne() {
        var ana = save("Ana");
        var one = photo(ana, 0);
        var two = photo(ana, 1);
        assertThat(photos().thumbnails(List.of())).isEmpty();
        var read = photos().thumbnails(List.of(one.id(), two.id(), PhotoId.mint()));
        assertThat(read).containsOnlyKeys(one.id(), two.id());
        assertThat(read.get(one.id())).containsExactly(4, 5);
    }

    @Test
    void aDeletedPhotoTakesItsBytesWithIt() {
        var ana = save("Ana");
        var gone = photo(ana, 0);
        var kept = photo(ana, 1);
        photos().delete(gone.id());
        assertThat(photos().findByPersonWithRemoved(ana.id()))
                .extracting(PhotoRecord::id)
                .containsExactly(kept.id());
        assertThat(rows("thumbnail")).isEqualTo(1);
        assertThat(rows("photo_outbox")).isEqualTo(1);
    }

    @Test
    void whatTheBucketHasOfOnePhotoLeavesTheOthersWaiting() {
        var ana = save("Ana");
        var one = photo(ana, 0);
        var two = photo(ana, 1);
        photos().markUploaded(one.id());
        assertThat(photos().pendingUpload(one.id())).isEmpty();
        assertThat(photos().pendingUpload(two.id())).isPresent();
        assertThat(photos().thumbnail(one.id())).isPresent();
    }
}
