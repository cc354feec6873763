package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.FaceState;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Giving one photo to somebody else.
class MoveFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;
    private PersonId bo;
    private PhotoId photo;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.enrol("Ana", fixture.photos(0));
        bo = fixture.enrol("Bo", fixture.freshPhotos().subList(0, 1));
        photo = fixture.photosOf(ana).getLast();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Undo move(PhotoId moved, PersonId to) {
        return fixture.enrol().commands().move(moved, to);
    }

    @Test
    void thePhotoIsTheOthersAtOnceAndTheFaceFollows() {
        move(photo, bo);
        assertThat(fixture.photosOf(ana)).hasSize(2);
        assertThat(fixture.photosOf(bo)).hasSize(2).last().isEqualTo(photo);
        fixture.work();
        assertThat(fixture.facesAtService(ana)).hasSize(2);
        assertThat(fixture.facesAtService(bo)).hasSize(2).contains(photo.toString());
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
    }

    /// The photo was moved before it was indexed, and the person who had it is removed or merged before that is done.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMoveGoesOnWithoutThePersonWhoHadThePhoto(boolean merged) {
        var cem = fixture.save("Cem", fixture.freshPhotos().subList(0, 2));
        var moved = fixture.photosOf(cem).getLast();
        move(moved, bo);
        if (merged) {
            fixture.enrol().commands().merge(cem, ana);
        } else {
            fixture.enrol().commands().remove(cem);
        }
        fixture.work();
        assertThat(fixture.face(moved).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.facesAtService(bo)).contains(moved.toString());
    }

    /// The enrolment has a step about the photo that was moved, but its other photos are still the first person's.
    @Test
    void anEnrolmentGoesOnWhenWhoeverGotOneOfItsPhotosIsRemoved() {
        var cem = fixture.save("Cem", fixture.photos(1));
        move(fixture.photosOf(cem).getFirst(), bo);
        fixture.enrol().commands().remove(bo);
        fixture.work();
        assertThat(fixture.face(fixture.photosOf(cem).getLast()).state()).isEqualTo(FaceState.ASSOCIATED);
    }

    @Test
    void aPhotoIsNotMovedBackToAPersonWhoHasDeclinedPhotosMeanwhile() {
        var undo = move(fixture.photosOf(bo).getFirst(), ana);
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.enrol()
                .commands()
                .renew(bo, fixture.declined(), fixture.clock.instant().plusSeconds(60));
        assertRefused(fixture, undo::undo, "enrol.photos-declined");
    }

    @Test
    void aMoveAndItsUndoAreWrittenInTheLogOfThePhoto() {
        move(photo, bo).undo();
        assertThat(fixture.actions(photo)).containsExactly("photo.moved", "photo.move-undone");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void theUndoPutsThePhotoBackInItsPlaceHereAndAtTheService() {
        var before = fixture.photosOf(ana);
        var first = before.getFirst();
        var undo = move(first, bo);
        fixture.work();
        assertThat(undo.undo()).isTrue();
        fixture.work();
        assertThat(fixture.photosOf(ana)).isEqualTo(before);
        assertThat(fixture.facesAtService(ana)).hasSize(3).contains(first.toString());
        assertThat(fixture.facesAtService(bo)).hasSize(1);
    }

    @Test
    void whatWasInUseBeforeIsTakenBackThoughMoreLikenessIsAskedForNow() {
        var undo = move(photo, bo);
        fixture.work();
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EnrolKeys.MAX_SIMILARITY);
        undo.undo();
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.facesAtService(ana)).contains(photo.toString());
    }

    @Test
    void aMoveIsUndoneAfterARestart() {
        move(photo, bo);
        fixture.restart();
        var undo = fixture.enrol().commands().undoable().getFirst();
        assertThat(undo.kind()).isEqualTo(Undo.ChangeKind.MOVE);
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.photosOf(ana)).contains(photo);
    }

    @Test
    void afterTenSecondsAMoveStays() {
        var undo = move(photo, bo);
        fixture.passUndoWindow();
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void aMoveIsUndoneOnce() {
        var undo = move(photo, bo);
        assertThat(undo.undo()).isTrue();
        fixture.work();
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void aPhotoThatWentOnToSomebodyElseIsNotMovedBack() {
        var cy = fixture.save("Cy", List.of());
        var undo = move(photo, bo);
        fixture.clock.pass(Duration.ofMillis(1));
        move(photo, cy);
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void aPhotoThatWasRemovedMeanwhileIsNotMovedBack() {
        var undo = move(photo, bo);
        fixture.enrol().commands().removePhoto(photo);
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void aPhotoIsNotMovedBackToSomebodyWhoWasRemovedMeanwhile() {
        var undo = move(photo, bo);
        fixture.enrol().commands().remove(ana);
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void movingIsNotForTheReceptionAndNeitherIsItsUndo() {
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> move(photo, bo));
        var undo = move(photo, bo);
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, undo::undo);
    }

    @Test
    void noPhotoIsMovedToSomebodyWhoSaidNo() {
        var cy = fixture.declining("Cy");
        assertRefused(fixture, () -> move(photo, cy), "enrol.photos-declined");
    }

    @Test
    void aPhotoIsNotMovedToWhoHasIt() {
        assertRefused(fixture, () -> move(photo, ana), "enrol.move-nowhere");
    }

    @Test
    void aPhotoIsNotMovedToSomebodyOfAnotherCompany() {
        var other = fixture.ofOtherCompany("Cy");
        assertRefused(fixture, () -> move(photo, other), "enrol.person-gone");
    }

    @Test
    void aPhotoThatIsGoneIsNotMoved() {
        assertRefused(fixture, () -> move(PhotoId.mint(), bo), "enrol.photo-gone");
        fixture.enrol().commands().removePhoto(photo);
        assertRefused(fixture, () -> move(photo, bo), "enrol.photo-gone");
    }

    @Test
    void nobodyWhoIsGoneGetsOrGivesAPhoto() {
        assertRefused(fixture, () -> move(photo, PersonId.mint()), "enrol.person-gone");
        var boPhoto = fixture.photosOf(bo).getFirst();
        fixture.enrol().commands().remove(bo);
        assertRefused(fixture, () -> move(photo, bo), "enrol.person-gone");
        assertRefused(fixture, () -> move(boPhoto, ana), "enrol.person-gone");
    }

    @Test
    void aPhotoThatWasNotSentYetIsSentForWhomItIsMovedTo() {
        var cy = fixture.save("Cy", fixture.photos(1).subList(0, 1));
        var dee = fixture.save("Dee", List.of());
        var early = fixture.photosOf(cy).getFirst();
        move(early, dee);
        fixture.work();
        assertThat(fixture.facesAtService(dee)).containsExactly(early.toString());
        assertThat(fixture.usersAtService()).doesNotContain(fixture.userOf(cy));
    }
}
