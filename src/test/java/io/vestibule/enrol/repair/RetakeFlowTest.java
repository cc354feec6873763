package io.vestibule.enrol.repair;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.LegalBasis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another photo in place of one that is there.
class RetakeFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;
    private PhotoId old;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
        old = fixture.photosOf(ana).getLast();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private RetakeFlow flow() {
        return fixture.enrol().retake();
    }

    @Test
    void theNewPhotoComesAndTheOldOneGoesAtOnceAndForGood() {
        var saved = flow().retake(old, fixture.photos(0).subList(2, 3));
        assertThat(saved.person()).isEqualTo(ana);
        assertThat(saved.saved()).isEqualTo(1);
        assertThat(fixture.photosOf(ana)).hasSize(2).doesNotContain(old);
        fixture.work();
        assertThat(fixture.facesAtService(ana)).hasSize(2).doesNotContain(old.toString());
        assertThat(fixture.real().bucket().keys("")).hasSize(2);
        assertThat(fixture.enrol().commands().undoable()).isEmpty();
    }

    @Test
    void aRetakeIsWrittenInTheLogOfThePersonAndOfTheOldPhoto() {
        flow().retake(old, fixture.photos(0).subList(2, 3));
        assertThat(fixture.actions(old)).containsExactly("photo.replaced");
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.photos-added");
    }

    @Test
    void theOldPhotoStaysWhereNoneOfTheOthersIsNew() {
        assertNothingChanges(fixture, () -> {
            var saved = flow().retake(old, fixture.photos(0).subList(0, 1));
            assertThat(saved.saved()).isZero();
            assertThat(saved.known()).isEqualTo(1);
        });
        assertThat(fixture.photosOf(ana)).contains(old);
    }

    @Test
    void theOldPhotoStaysWhereThereIsNoOther() {
        flow().retake(old, List.of());
        assertThat(fixture.photosOf(ana)).contains(old);
    }

    @Test
    void aPhotoThatIsGoneIsNotRetaken() {
        var photos = fixture.photos(0).subList(2, 3);
        assertRefused(fixture, () -> flow().retake(PhotoId.mint(), photos), "enrol.photo-gone");
        fixture.enrol().commands().removePhoto(old);
        assertRefused(fixture, () -> flow().retake(old, photos), "enrol.photo-gone");
        assertRefused(fixture, () -> flow().retake(old, List.of()), "enrol.photo-gone");
    }

    @Test
    void nobodyWhoIsGoneIsRetaken() {
        fixture.enrol().commands().remove(ana);
        assertRefused(fixture, () -> flow().retake(old, fixture.photos(0).subList(2, 3)), "enrol.person-gone");
    }

    @Test
    void retakingNeedsSomebodyWhoIsSignedIn() {
        var photos = fixture.photos(0).subList(2, 3);
        assertNeedsSignIn(fixture, () -> flow().retake(old, photos));
    }

    @Test
    void nobodyOnTheWatchListIsRetakenByTheReception() {
        var bo = fixture.watched("Bo", fixture.photos(1).subList(0, 1));
        var photo = fixture.photosOf(bo).getFirst();
        assertNotAllowed(
                fixture,
                Role.RECEPTION,
                Permission.ENROL_WATCH,
                () -> flow().retake(photo, fixture.photos(1).subList(1, 2)));
    }

    @Test
    void nobodyWhoSaysNoNowIsRetaken() {
        fixture.clock.pass(Duration.ofSeconds(1));
        LegalBasis no = fixture.declined();
        fixture.people().bases().add(ana, no);
        assertRefused(fixture, () -> flow().retake(old, fixture.photos(0).subList(2, 3)), "enrol.photos-declined");
    }
}
