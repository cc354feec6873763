package io.vestibule.enrol.repair;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertNothingChanges;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.IndexAnswer;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.PhotoProblem.Remedy;
import io.vestibule.people.change.PhotoProblem.Repair;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may repair photos, what each repair leaves in the log, and what is no repair.
class RepairFlowTest {

    private static final double EVERYTHING = 100;

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

    /// Three photos of one person, and one of somebody else that the service refuses.
    private PersonId mixed() {
        var photos = new ArrayList<DraftPhoto>(fixture.photos(0));
        photos.add(fixture.photos(1).getFirst());
        return fixture.enrol("Ana", photos);
    }

    /// Ana with a photo of her own that is refused, because more likeness is asked for than two photos have.
    private PersonId poor() {
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EVERYTHING);
        return fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
    }

    private PersonId withBlank() {
        var first = fixture.photos(0).getFirst();
        return fixture.enrol("Ana", List.of(first, SamplePhotos.blank(first)));
    }

    /// Three photos in use, and a fourth for which there is no room.
    private PersonId full() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.enrol().enrol().addPhotos(ana, fixture.freshPhotos().subList(0, 1));
        fixture.script.fail(Call.ASSOCIATE, new CloudFailure.LimitReached("AssociateFaces"));
        fixture.work();
        return ana;
    }

    private List<PhotoProblem> troubles(PersonId person) {
        return fixture.enrol().repairs().problemsOf(person);
    }

    private PhotoProblem only(PersonId person) {
        assertThat(troubles(person)).hasSize(1);
        return troubles(person).getFirst();
    }

    private static PhotoId photo(PhotoProblem photoProblem) {
        return photoProblem.photo().orElseThrow();
    }

    private static List<Repair> offered(PhotoProblem photoProblem) {
        return photoProblem.remedies().stream().map(Remedy::repair).toList();
    }

    private static Remedy remedy(PhotoProblem photoProblem, Repair repair) {
        return photoProblem.remedies().stream()
                .filter(remedy -> remedy.repair() == repair)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Undo> repair(PhotoProblem photoProblem, Repair repair) {
        return repair(photoProblem, remedy(photoProblem, repair));
    }

    private Optional<Undo> repair(PhotoProblem photoProblem, Remedy remedy) {
        return fixture.enrol().repairs().repair(photoProblem, remedy);
    }

    @Test
    void repairingNeedsSomebodyWhoIsSignedIn() {
        var photoProblem = only(withBlank());
        for (var repair : List.of(Repair.REMOVE, Repair.INDEX_AGAIN)) {
            assertNeedsSignIn(fixture, () -> repair(photoProblem, repair));
        }
    }

    @Test
    void movingByARepairIsNotForTheReception() {
        var bea = fixture.enrol("Bea", fixture.photos(1).subList(1, 3));
        var photoProblem = only(mixed());
        var move = remedy(photoProblem, Repair.MOVE).withPerson(bea);
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> repair(photoProblem, move));
    }

    @Test
    void mergingByARepairIsNotForTheReception() {
        var photoProblem = heldBySomebodyElse();
        assertNotAllowed(fixture, Role.RECEPTION, Permission.MANAGE_PEOPLE, () -> repair(photoProblem, Repair.MERGE));
    }

    /// A photo of the first person whose face another console gave to the second.
    private PhotoProblem heldBySomebodyElse() {
        var bea = fixture.enrol("Bea", fixture.photos(1).subList(1, 3));
        var ana = poor();
        var faces = fixture.real().faces();
        var face = fixture.face(photo(only(ana))).faceId().orElseThrow();
        faces.associate(EnrolFixture.COLLECTION, fixture.userOf(bea), List.of(face), 0, "other");
        repair(only(ana), Repair.ACCEPT_LOWER);
        fixture.passUndoWindow();
        var photoProblem = only(ana);
        assertThat(photoProblem.cause()).isEqualTo(new Cause.DifferentUser(Optional.of(bea)));
        return photoProblem;
    }

    @Test
    void whatTheOperatorMayNotDoIsNotOffered() {
        var ana = poor();
        assertThat(offered(only(ana)))
                .containsExactlyInAnyOrder(Repair.MOVE, Repair.RETAKE, Repair.REMOVE, Repair.ACCEPT_LOWER);
        fixture.signIn(Role.RECEPTION);
        assertThat(offered(only(ana))).containsExactlyInAnyOrder(Repair.RETAKE, Repair.REMOVE);
    }

    /// Another console gave Ana the face of somebody else.
    private PhotoProblem far(PersonId ana) {
        var photo = photo(only(ana));
        fixture.people().collections().saveFace(fixture.face(photo).associated(List.of()));
        return only(ana);
    }

    @Test
    void aPhotoThatIsNotInUseIsRemovedByDismissingItAndComesBackByTheUndo() {
        var ana = withBlank();
        var photoProblem = only(ana);
        var undo = repair(photoProblem, Repair.REMOVE).orElseThrow();
        assertThat(troubles(ana)).isEmpty();
        assertThat(fixture.actions(photo(photoProblem))).containsExactly("photo.removed");
        assertThat(undo.undo()).isTrue();
        fixture.work();
        assertThat(only(ana).cause()).isEqualTo(new Cause.Unindexed(List.of("NO_FACE")));
    }

    @Test
    void indexingAgainSendsThePhotoOnceMore() {
        fixture.script.answer(Call.INDEX, new IndexAnswer(List.of(), List.of()));
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var photoProblem = only(ana);
        assertThat(repair(photoProblem, Repair.INDEX_AGAIN)).isEmpty();
        assertThat(fixture.actions(photo(photoProblem))).containsExactly("photo.indexed-again");
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
        assertThat(troubles(ana)).isEmpty();
    }

    @Test
    void aFaceThatTheServiceHasWithThePersonAlreadyIsNotToldAgain() {
        var ana = fixture.save("Ana", fixture.photos(0).subList(0, 1));
        var photo = fixture.photosOf(ana).getFirst();
        fixture.script.before(
                Call.ASSOCIATE,
                () -> fixture.real()
                        .faces()
                        .associate(
                                EnrolFixture.COLLECTION,
                                fixture.userOf(ana),
                                List.of(fixture.face(photo).faceId().orElseThrow()),
                                0,
                                "other"));
        fixture.work();
        assertThat(only(ana).cause()).isEqualTo(new Cause.AlreadyThere());
        assertThat(repair(only(ana), Repair.KEEP)).isEmpty();
        assertThat(troubles(ana)).isEmpty();
        assertThat(fixture.photosOf(ana)).containsExactly(photo);
    }

    @Test
    void theWeakestPhotoMakesRoomWhenItsTimeToBeTakenBackIsOver() {
        var ana = full();
        var photoProblem = only(ana);
        var weakest = remedy(photoProblem, Repair.DROP_WEAKEST).photo().orElseThrow();
        repair(photoProblem, Repair.DROP_WEAKEST);
        fixture.work();
        assertThat(fixture.facesAtService(ana)).hasSize(3).contains(weakest.toString());
        fixture.passUndoWindow();
        assertThat(fixture.facesAtService(ana))
                .hasSize(3)
                .contains(photo(photoProblem).toString())
                .doesNotContain(weakest.toString());
    }

    @Test
    void makingRoomIsTakenBackWithTheRemoval() {
        var ana = full();
        var photoProblem = only(ana);
        var undo = repair(photoProblem, Repair.DROP_WEAKEST).orElseThrow();
        assertThat(undo.undo()).isTrue();
        assertThat(fixture.photosOf(ana)).hasSize(4);
        assertThat(fixture.journal().openStepsFor(photo(photoProblem).toString()))
                .noneMatch(step -> EnrolStep.JOIN_FACE.is(step));
    }

    @Test
    void onlyAnotherPhotoOfTheSamePersonMakesRoom() {
        var bo = fixture.enrol("Bo", fixture.photos(1).subList(0, 1));
        var photoProblem = only(full());
        var ofBo = new Remedy(
                Repair.DROP_WEAKEST,
                Optional.empty(),
                Optional.of(fixture.photosOf(bo).getFirst()));
        var itself = new Remedy(Repair.DROP_WEAKEST, Optional.empty(), photoProblem.photo());
        var none = Remedy.of(Repair.DROP_WEAKEST);
        for (var wrong : List.of(ofBo, itself, none)) {
            assertIsNoRemedy(photoProblem, wrong);
        }
    }

    @Test
    void whatIsNotOfferedIsNoRemedy() {
        var photoProblem = only(withBlank());
        assertIsNoRemedy(photoProblem, Remedy.of(Repair.ACCEPT_LOWER));
        assertIsNoRemedy(photoProblem, Remedy.of(Repair.WAIT));
    }

    @Test
    void anotherPhotoIsNotTakenHere() {
        assertIsNoRemedy(only(withBlank()), Remedy.of(Repair.RETAKE));
    }

    @Test
    void aMoveToNobodyIsNoRemedy() {
        assertIsNoRemedy(only(mixed()), Remedy.of(Repair.MOVE));
    }

    private void assertIsNoRemedy(PhotoProblem photoProblem, Remedy remedy) {
        assertNothingChanges(
                fixture,
                () -> assertThatThrownBy(() -> repair(photoProblem, remedy))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void whatWasMendedMeanwhileIsNotMendedAgain() {
        var photoProblem = only(withBlank());
        repair(photoProblem, Repair.REMOVE);
        for (var repair : List.of(Repair.REMOVE, Repair.INDEX_AGAIN)) {
            assertRefused(fixture, () -> repair(photoProblem, repair), "enrol.repair-over");
        }
    }

    @Test
    void whatHasBecomeAnotherTroubleIsNotMendedAsTheOld() {
        var ana = mixed();
        var old = only(ana);
        far(ana);
        assertRefused(fixture, () -> repair(old, Repair.REMOVE), "enrol.repair-over");
    }

    @Test
    void aPhotoOnItsWayIsNoTrouble() {
        var ana = withBlank();
        repair(only(ana), Repair.INDEX_AGAIN);
        assertThat(troubles(ana)).isEmpty();
        fixture.work();
        assertThat(troubles(ana)).hasSize(1);
    }

    @Test
    void whoIsGoneHasNoTroubles() {
        var ana = withBlank();
        var photo = photo(only(ana));
        fixture.enrol().commands().remove(ana);
        assertThat(troubles(ana)).isEmpty();
        assertThat(fixture.enrol().repairs().problemOf(photo)).isEmpty();
        assertThat(troubles(PersonId.mint())).isEmpty();
        assertThat(fixture.enrol().repairs().problemOf(PhotoId.mint())).isEmpty();
    }

    @Test
    void waitingAsksTheServiceOnceMore() {
        fixture.close();
        fixture =
                EnrolFixture.open(folder.resolve("slow"), EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(20)));
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var photoProblem = only(ana);
        assertThat(photoProblem.cause()).isInstanceOf(Cause.Updating.class);
        fixture.script.forget();
        assertThat(repair(photoProblem, Repair.WAIT)).isEmpty();
        fixture.clock.pass(Duration.ofMillis(1));
        fixture.work();
        assertThat(fixture.script.made()).containsExactly(Call.STATUS_OF);
    }

    @Test
    void waitingAfterTheJobWasGivenUpAsksTheServiceAgain() {
        fixture.close();
        fixture =
                EnrolFixture.open(folder.resolve("slow"), EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(20)));
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var job = fixture.journal().openStepsFor(ana.toString()).getFirst().job();
        fixture.enrol().jobs().giveUp(job);
        assertThat(fixture.openKinds(ana)).isEmpty();
        var photoProblem = only(ana);
        assertNeedsSignIn(fixture, () -> repair(photoProblem, Repair.WAIT));
        repair(photoProblem, Repair.WAIT);
        assertThat(fixture.openKinds(ana)).containsExactly(EnrolStep.FOLLOW_USER.key());
    }

    @Test
    void whomAPhotoShowsLeavesOutItsOwnerAndWhoIsHidden() {
        var bea = fixture.enrol("Bea", fixture.photos(1).subList(1, 3));
        var photo = photo(only(mixed()));
        assertThat(fixture.enrol().repairs().searchLookAlikes(photo)).containsExactly(bea);
        fixture.enrol().commands().remove(bea);
        assertThat(fixture.enrol().repairs().searchLookAlikes(photo)).isEmpty();
        assertThat(fixture.enrol()
                        .repairs()
                        .searchLookAlikes(fixture.photosOf(bea).getFirst()))
                .doesNotContain(bea);
    }

    @Test
    void aPhotoThatIsGoneShowsNobody() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var photo = fixture.photosOf(ana).getFirst();
        assertRefused(fixture, () -> fixture.enrol().repairs().searchLookAlikes(PhotoId.mint()), "enrol.photo-gone");
        fixture.enrol().commands().removePhoto(photo);
        assertRefused(fixture, () -> fixture.enrol().repairs().searchLookAlikes(photo), "enrol.photo-gone");
    }
}
