package io.vestibule.enrol.change;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Removing people and photos: hidden at once, erased everywhere when the time to undo it is over.
class RemoveFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PeopleChanges commands() {
        return fixture.enrol().commands();
    }

    @Test
    void whoIsRemovedIsHiddenAtOnceAndStaysAtTheServiceUntilTheTimeIsOver() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var service = fixture.serviceState();
        commands().remove(ana);
        fixture.work();
        assertThat(fixture.person(ana).removed()).contains(fixture.clock.instant());
        assertThat(fixture.people().persons().search(fixture.company().id(), "", 10))
                .isEmpty();
        fixture.pass(Duration.ofMillis(9_999));
        assertThat(fixture.serviceState()).isEqualTo(service);
    }

    @Test
    void afterTenSecondsNothingIsLeftHereInTheCollectionOrInTheBucket() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        commands().remove(ana);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(fixture.real().bucket().keys("")).isEmpty();
        assertThat(fixture.serviceState().get(1)).isEqualTo(List.of());
        assertThat(fixture.people().photos().count(fixture.company().id())).isZero();
    }

    @Test
    void removalAndItsUndoAreWrittenInTheLog() {
        var ana = fixture.save("Ana", List.of());
        commands().remove(ana).undo();
        assertThat(fixture.actions(ana)).containsExactly("person.enrolled", "person.removed", "person.restored");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void whoIsRestoredIsFoundAgain() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        assertThat(commands().remove(ana).undo()).isTrue();
        fixture.passUndoWindow();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.facesAtService(ana)).hasSize(3);
    }

    @Test
    void aRemovalIsUndoneAfterARestart() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        commands().remove(ana);
        fixture.restart();
        var undo = commands().undoable().getFirst();
        assertThat(undo.kind()).isEqualTo(Undo.ChangeKind.REMOVE);
        assertThat(undo.person()).isEqualTo(ana);
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).removed()).isEmpty();
    }

    @Test
    void aRemovalThatHasBegunIsNotUndone() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var undo = commands().remove(ana);
        fixture.passUndoWindow();
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
        assertThat(commands().undoable()).isEmpty();
    }

    @Test
    void aRemovalIsUndoneOnce() {
        var ana = fixture.save("Ana", List.of());
        var undo = commands().remove(ana);
        assertThat(undo.undo()).isTrue();
        assertNothingChanges(fixture, () -> assertThat(undo.undo()).isFalse());
    }

    @Test
    void whatWasOnItsWayIsDroppedWithThePersonAndGoesOnWhenThatIsUndone() {
        var ana = fixture.save("Ana", fixture.photos(0));
        var undo = commands().remove(ana);
        fixture.work();
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(undo.undo()).isTrue();
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void removingSomebodyIsNotForTheReception() {
        var ana = fixture.save("Ana", List.of());
        assertNotAllowed(
                fixture,
                Role.RECEPTION,
                Permission.REMOVE_PEOPLE,
                () -> commands().remove(ana));
    }

    @Test
    void theReceptionRecordsThatConsentWasWithdrawnAndMayUndoIt() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.signIn(Role.RECEPTION);
        var undo = commands().withdrawConsent(ana);
        assertThat(fixture.person(ana).removed()).isPresent();
        assertThat(fixture.actions(ana)).endsWith("person.consent-withdrawn");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.person(ana).removed()).isEmpty();
        commands().withdrawConsent(ana);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    @Test
    void onTheWatchListThereIsNoConsentToWithdraw() {
        var bo = fixture.watched("Bo", List.of());
        assertNotAllowed(
                fixture,
                Role.RECEPTION,
                Permission.REMOVE_PEOPLE,
                () -> commands().withdrawConsent(bo));
    }

    @Test
    void restoringSomebodyIsNotForTheReception() {
        var ana = fixture.save("Ana", List.of());
        var undo = commands().remove(ana);
        assertNotAllowed(fixture, Role.RECEPTION, Permission.REMOVE_PEOPLE, undo::undo);
    }

    @Test
    void whoIsGoneIsNotRemovedAgain() {
        var ana = fixture.save("Ana", List.of());
        commands().remove(ana);
        assertRefused(fixture, () -> commands().remove(ana), "enrol.person-gone");
        assertRefused(fixture, () -> commands().remove(PersonId.mint()), "enrol.person-gone");
    }

    @Test
    void aPhotoIsHiddenAtOnceAndErasedAfterTenSeconds() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var photo = fixture.photosOf(ana).getLast();
        commands().removePhoto(photo);
        assertThat(fixture.photosOf(ana)).hasSize(2).doesNotContain(photo);
        fixture.pass(Duration.ofMillis(9_999));
        assertThat(fixture.facesAtService(ana)).hasSize(3);
        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.facesAtService(ana)).hasSize(2).doesNotContain(photo.toString());
        assertThat(fixture.real().bucket().keys("")).hasSize(2);
        assertThat(fixture.people().photos().find(photo)).isEmpty();
        assertThat(fixture.actions(photo)).containsExactly("photo.removed");
    }

    @Test
    void aRemovedPhotoIsRestoredAfterARestart() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var photo = fixture.photosOf(ana).getLast();
        commands().removePhoto(photo);
        fixture.restart();
        var undo = commands().undoable().getFirst();
        assertThat(undo.kind()).isEqualTo(Undo.ChangeKind.REMOVE_PHOTO);
        assertThat(undo.undo()).isTrue();
        fixture.passUndoWindow();
        assertThat(fixture.facesAtService(ana)).hasSize(3).contains(photo.toString());
        assertThat(fixture.actions(photo)).containsExactly("photo.removed", "photo.restored");
    }

    @Test
    void aPhotoIsNotRestoredWhenThePersonHasDeclinedPhotosMeanwhile() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var undo = commands().removePhoto(fixture.photosOf(ana).getFirst());
        fixture.clock.pass(Duration.ofSeconds(1));
        commands().renew(ana, fixture.declined(), fixture.clock.instant().plusSeconds(60));
        assertRefused(fixture, undo::undo, "enrol.photos-declined");
    }

    @Test
    void removingAPhotoNeedsSomebodyWhoIsSignedInAndSoDoesItsUndo() {
        var ana = fixture.save("Ana", fixture.photos(0));
        var photos = fixture.photosOf(ana);
        assertNeedsSignIn(fixture, () -> commands().removePhoto(photos.getFirst()));
        var undo = commands().removePhoto(photos.getFirst());
        assertNeedsSignIn(fixture, undo::undo);
    }

    @Test
    void theReceptionRemovesNoPhotoOfAPersonOnTheWatchList() {
        var bo = fixture.watched("Bo", fixture.photos(0));
        var photo = fixture.photosOf(bo).getFirst();
        var remove = new RemoveFlow(fixture.records(), fixture.enrol().collections());
        assertNotAllowed(
                fixture,
                Role.RECEPTION,
                Permission.ENROL_WATCH,
                () -> commands().removePhoto(photo));
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> remove.removePhoto(photo, List.of()));
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, () -> remove.replace(photo));
    }

    @Test
    void theReceptionRestoresNoPhotoOfAPersonOnTheWatchList() {
        var bo = fixture.watched("Bo", fixture.photos(0));
        var undo = commands().removePhoto(fixture.photosOf(bo).getFirst());
        assertNotAllowed(fixture, Role.RECEPTION, Permission.ENROL_WATCH, undo::undo);
    }

    @Test
    void aRefusedPhotoOfAPersonOnTheWatchListExpiresThoughTheReceptionIsSignedIn() {
        var bo = fixture.watched("Bo", fixture.photos(0));
        fixture.signIn(Role.RECEPTION);
        new RemoveFlow(fixture.records(), fixture.enrol().collections())
                .expire(fixture.photosOf(bo).getFirst());
        assertThat(fixture.photosOf(bo)).hasSize(2);
    }

    @Test
    void whatWasRemovedMeanwhileDoesNotExpireAgain() {
        var ana = fixture.save("Ana", fixture.photos(0));
        var photo = fixture.photosOf(ana).getFirst();
        var remove = new RemoveFlow(fixture.records(), fixture.enrol().collections());
        commands().removePhoto(photo);
        assertNothingChanges(fixture, () -> assertThat(remove.expire(photo)).isFalse());
        commands().remove(ana);
        assertNothingChanges(fixture, () -> assertThat(remove.expire(ana)).isFalse());
    }

    @Test
    void aPhotoThatMakesRoomNeedsSomebodyWhoIsSignedIn() {
        var photo = fixture.photosOf(fixture.save("Ana", fixture.photos(0))).getFirst();
        var remove = new RemoveFlow(fixture.records(), fixture.enrol().collections());
        assertNeedsSignIn(fixture, () -> remove.removePhoto(photo, List.of()));
        assertNeedsSignIn(fixture, () -> remove.replace(photo));
    }

    @Test
    void aPhotoThatIsGoneIsNotRemovedAgain() {
        var photo = fixture.photosOf(fixture.save("Ana", fixture.photos(0))).getFirst();
        commands().removePhoto(photo);
        assertRefused(fixture, () -> commands().removePhoto(photo), "enrol.photo-gone");
        assertRefused(fixture, () -> commands().removePhoto(PhotoId.mint()), "enrol.photo-gone");
    }

    @Test
    void tryingAgainNeedsSomebodyWhoIsSignedIn() {
        var ana = fixture.save("Ana", fixture.photos(0));
        assertNeedsSignIn(fixture, () -> commands().retry(ana));
    }

    @Test
    void tryingAgainTakesUpWhatWaitsForThePersonAndForTheirPhotos() {
        var ana = fixture.save("Ana", fixture.photos(0).subList(0, 1));
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.DiskError());
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.STUCK);
        commands().retry(ana);
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void tryingAgainWithNothingToDoChangesNothing() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        assertNothingChanges(fixture, () -> commands().retry(ana));
        assertNothingChanges(fixture, () -> commands().retry(PersonId.mint()));
    }

    @Test
    void theJobOfARemovalLeadsToItsUndo() {
        var ana = fixture.save("Ana", List.of());
        commands().remove(ana);
        var step = fixture.journal().openStepsFor(ana.toString()).getFirst();
        assertThat(step.kind()).isEqualTo(EnrolStep.DISASSOCIATE.key());
        assertThat(commands().findUndo(step.job()))
                .hasValueSatisfying(undo -> assertThat(undo.person()).isEqualTo(ana));
    }
}
