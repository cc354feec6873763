package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.transfer.TransferFlow;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SecondService;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faces of photos that were given to somebody else while another collection was in use.
class CollectionReconcilerTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private EnrolFixture fixture;
    private SecondService second;
    private PersonId ana;
    private PersonId bo;
    private PhotoId photo;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        second = SecondService.open(elsewhere);
        ana = fixture.enrol("Ana", fixture.photos(0));
        bo = fixture.enrol("Bo", fixture.freshPhotos().subList(0, 1));
        photo = fixture.photosOf(ana).getLast();
        fixture.use(second.service());
        new TransferFlow(fixture.records(), fixture.collections()).begin();
        fixture.work();
    }

    @AfterEach
    void close() {
        fixture.close();
        second.close();
    }

    private void resume() {
        new CollectionReconciler(fixture.records(), fixture.collections()).reconcile();
    }

    private void move() {
        new MoveFlow(fixture.records(), fixture.collections()).move(photo, bo);
        fixture.work();
    }

    @Test
    void theFaceIsBroughtToItsPersonWhenTheCollectionIsUsedAgain() {
        move();
        assertThat(fixture.facesAtService(ana)).contains(photo.toString());
        fixture.useEmbedded();
        assertThat(fixture.face(photo).holder()).contains(fixture.userOf(ana));
        resume();
        fixture.work();
        assertThat(fixture.facesAtService(ana)).hasSize(2);
        assertThat(fixture.facesAtService(bo)).hasSize(2).contains(photo.toString());
    }

    @Test
    void whatIsOnItsWayIsNotBegunAgain() {
        move();
        fixture.useEmbedded();
        resume();
        assertNothingChanges(fixture, this::resume);
    }

    @Test
    void whereNothingWasMovedNothingIsBegun() {
        fixture.useEmbedded();
        assertNothingChanges(fixture, this::resume);
    }

    @Test
    void aPhotoThatIsHiddenIsNotBroughtToAnybody() {
        move();
        fixture.enrol().commands().removePhoto(photo);
        fixture.useEmbedded();
        assertNothingChanges(fixture, this::resume);
    }
}
