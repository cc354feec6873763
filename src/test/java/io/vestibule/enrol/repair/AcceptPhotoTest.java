package io.vestibule.enrol.repair;

import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static io.vestibule.fixture.GuardAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.PhotoProblem.Remedy;
import io.vestibule.people.change.PhotoProblem.Repair;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo of low similarity: who may accept it, what that does, how it is taken back, and where it is refused.
class AcceptPhotoTest {

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
        var photos = new ArrayList<>(fixture.photos(0));
        photos.add(fixture.photos(1).getFirst());
        return fixture.enrol("Ana", photos);
    }

    /// Ana with a photo of her own that is refused, because more likeness is asked for than two photos have.
    private PersonId poor() {
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EVERYTHING);
        return fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
    }

    /// Another console gave Ana the face of somebody else.
    private PhotoProblem far(PersonId ana) {
        var photo = photo(only(ana));
        fixture.people().collections().saveFace(fixture.face(photo).associated(List.of()));
        return only(ana);
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

    private Optional<Undo> repair(PhotoProblem photoProblem, Repair repair) {
        return fixture.enrol().repairs().repair(photoProblem, Remedy.of(repair));
    }

    @Test
    void acceptingAFaceThatMatchesTooLittleIsNotForTheReception() {
        var photoProblem = only(poor());
        assertNotAllowed(
                fixture, Role.RECEPTION, Permission.ACCEPT_LOWER, () -> repair(photoProblem, Repair.ACCEPT_LOWER));
    }

    @Test
    void anAcceptedFaceIsInUseAfterTenSecondsAndTheLogNamesWhoAcceptedIt() {
        fixture.signIn(Role.MANAGER);
        var ana = poor();
        var photo = photo(only(ana));
        assertThat(repair(only(ana), Repair.ACCEPT_LOWER)).isPresent();
        assertThat(fixture.actions(photo)).containsExactly("photo.accepted-lower");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.NOT_ASSOCIATED);
        assertThat(troubles(ana)).isEmpty();
        fixture.passUndoWindow();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.people().photos().find(photo).orElseThrow().accepted())
                .isTrue();
        assertThat(troubles(ana)).isEmpty();
    }

    @Test
    void acceptingIsTakenBack() {
        var ana = poor();
        var photo = photo(only(ana));
        assertThat(repair(only(ana), Repair.ACCEPT_LOWER).orElseThrow().undo()).isTrue();
        fixture.passUndoWindow();
        assertThat(only(ana).cause()).isInstanceOf(Cause.LowMatch.class);
        assertThat(fixture.people().photos().find(photo).orElseThrow().accepted())
                .isFalse();
        assertThat(fixture.actions(photo)).containsExactly("photo.accepted-lower", "photo.acceptance-undone");
    }

    @Test
    void aPhotoThatRatherShowsSomebodyElseIsNeitherOfferedNorAccepted() {
        var ana = poor();
        var before = only(ana);
        var face = fixture.face(photo(before));
        fixture.people()
                .collections()
                .saveFace(face.notAssociated(face.reasons(), Optional.of(0.3f), Optional.empty()));
        assertThat(offered(only(ana))).doesNotContain(Repair.ACCEPT_LOWER);
        assertRefused(fixture, () -> repair(before, Repair.ACCEPT_LOWER), "enrol.accept-too-low");
    }

    @Test
    void aPhotoInUseThatIsFarFromTheOthersIsLeftAsItIsAndNotToldAgain() {
        var ana = mixed();
        var far = far(ana);
        assertThat(far.cause()).isInstanceOf(Cause.FarFromOthers.class);
        assertThat(fixture.standing(ana)).as("one state everywhere").isEqualTo(State.NEEDS_ATTENTION);
        assertThat(repair(far, Repair.KEEP)).isEmpty();
        assertThat(troubles(ana)).isEmpty();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.actions(photo(far))).containsExactly("photo.left-as-is");
        assertThat(fixture.photosOf(ana)).hasSize(4);
    }

    @Test
    void aKeptPhotoOfSomebodyElseDoesNotAccuseTheOnlyOther() {
        var photos = List.of(fixture.photos(0).getFirst(), fixture.photos(1).getFirst());
        var ana = fixture.enrol("Ana", photos);
        var low = photo(only(ana));
        fixture.people().photos().setAccepted(low, Optional.of(fixture.clock.instant()));
        fixture.people().collections().saveFace(fixture.face(low).associated(List.of()));
        assertThat(troubles(ana)).isEmpty();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }
}
