package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolException;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Cause;
import io.vestibule.people.change.PhotoProblem.Remedy;
import io.vestibule.people.change.PhotoProblem.Repair;
import io.vestibule.photo.Photo;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way in which the service rejects a photo, provoked in the embedded engine by real photos, and every repair.
class RepairsTest {

    @TempDir
    Path folder;

    private ShiftedClock clock;
    private Application application;
    private List<DraftPhoto> anas;
    private List<DraftPhoto> beas;

    @BeforeEach
    void open() {
        clock = new ShiftedClock();
        application = TestApplication.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        anas = TestApplication.photos(application, 0);
        beas = TestApplication.photos(application, 1);
    }

    @AfterEach
    void close() {
        new ConsistencyCheck(application, clock).settle();
        new ConsistencyCheck(application, clock).check();
        application.close();
    }

    @Test
    void aPhotoOfAnotherPersonIsMovedToThatPerson() {
        var bea = enrol("Bea", State.SEARCHABLE, beas.subList(1, 3));
        var ana = enrolMixed();
        var photoProblem = only(ana);
        assertThat(photoProblem.cause()).isInstanceOfSatisfying(Cause.LowMatch.class, low -> {
            assertThat(low.confidence()).isLessThan(low.threshold());
            assertThat(low.engine())
                    .isEqualTo(TestApplication.service(application).faces().engine());
        });
        var photo = photoProblem.photo().orElseThrow();
        assertThat(application.enrol().repairs().searchLookAlikes(photo)).containsExactly(bea);
        var undo = mend(photoProblem, remedy(photoProblem, Repair.MOVE).withPerson(bea))
                .orElseThrow();
        TestApplication.await(application, bea, State.SEARCHABLE);
        assertThat(states(bea)).hasSize(3).containsOnly(FaceState.ASSOCIATED);
        assertThat(application.enrol().repairs().problemsOf(ana)).isEmpty();
        assertThat(undo.undo()).isTrue();
        TestApplication.await(application, ana, State.NEEDS_ATTENTION);
        assertThat(photos(ana)).contains(photo);
    }

    @Test
    void whatMatchesTooLittleIsAcceptedByAManagerAloneAndThenFlagged() {
        var ana = enrolMixed();
        var photoProblem = only(ana);
        var accept = remedy(photoProblem, Repair.ACCEPT_LOWER);
        var administrator =
                application.storage().session().operator().orElseThrow().id();
        application
                .storage()
                .operators()
                .signIn(application
                        .storage()
                        .operators()
                        .add("Robin", Role.RECEPTION)
                        .id());
        assertThat(only(ana).remedies()).extracting(Remedy::repair).containsExactly(Repair.RETAKE, Repair.REMOVE);
        assertThatThrownBy(() -> mend(photoProblem, accept)).isInstanceOf(AuditException.class);
        application.storage().operators().signIn(administrator);
        mend(photoProblem, accept);
        TestApplication.await(application, () -> states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        settled(ana);
        var far = only(ana);
        assertThat(far.cause()).isInstanceOf(Cause.FarFromOthers.class);
        assertThatThrownBy(() -> mend(photoProblem, accept))
                .isInstanceOfSatisfying(
                        EnrolException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("enrol.repair-over"));
        mend(far, remedy(far, Repair.KEEP));
        assertThat(application.enrol().repairs().problemsOf(ana)).isEmpty();
    }

    @Test
    void aFaceOfAnotherUserNamesThatPersonAndMovesThere() {
        var ana = enrolMixed();
        var bea = enrol("Bea", State.SEARCHABLE, beas.subList(1, 3));
        var stolen = face(ana, only(ana));
        service().associate(TestApplication.COLLECTION, external(bea), List.of(stolen), 0, "another-console");
        var before = only(ana);
        mend(before, remedy(before, Repair.ACCEPT_LOWER));
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.DifferentUser));
        var trouble = only(ana);
        assertThat(trouble.cause()).isEqualTo(new Cause.DifferentUser(Optional.of(bea)));
        assertThat(trouble.remedies())
                .extracting(Remedy::repair)
                .containsExactly(Repair.MOVE, Repair.MERGE, Repair.RETAKE, Repair.REMOVE);
        mend(trouble, trouble.remedies().getFirst());
        TestApplication.await(
                application,
                () -> states(bea).size() == 3 && states(bea).stream().allMatch(FaceState.ASSOCIATED::equals));
        settled(bea);
        assertThat(application.enrol().repairs().problemsOf(bea))
                .extracting(PhotoProblem::cause)
                .hasOnlyElementsOfType(Cause.AlreadyThere.class);
    }

    @Test
    void aFaceThatTheCollectionLostIsIndexedAgain() {
        var ana = enrolMixed();
        service().deleteFaces(TestApplication.COLLECTION, List.of(face(ana, only(ana))));
        var before = only(ana);
        mend(before, remedy(before, Repair.ACCEPT_LOWER));
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.FaceNotFound));
        var trouble = only(ana);
        mend(trouble, remedy(trouble, Repair.INDEX_AGAIN));
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(again -> again.cause() instanceof Cause.LowMatch));
    }

    @Test
    void whatTheServiceDoesNotTakeAtAllSaysWhyAndIsDismissedOrRetaken() throws Exception {
        var good = anas;
        var blurred = disguised(read("too-blurred.jpg"), good.getFirst());
        var empty = disguised(blank(), good.getFirst());
        var ana = enrol("Ana", State.NEEDS_ATTENTION, List.of(good.get(0), blurred, empty));
        var troubles = application.enrol().repairs().problemsOf(ana);
        assertThat(troubles)
                .extracting(PhotoProblem::cause)
                .containsExactlyInAnyOrder(
                        new Cause.Unindexed(List.of("LOW_SHARPNESS")), new Cause.Unindexed(List.of("NO_FACE")));
        var first = troubles.getFirst();
        var undo = mend(first, remedy(first, Repair.REMOVE)).orElseThrow();
        assertThat(application.enrol().repairs().problemsOf(ana)).hasSize(1);
        assertThat(undo.undo()).isTrue();
        TestApplication.await(
                application, () -> application.enrol().repairs().problemsOf(ana).size() == 2);
        var second = application.enrol().repairs().problemsOf(ana).getLast();
        application.enrol().retake().retake(second.photo().orElseThrow(), List.of(good.get(1)));
        TestApplication.await(
                application,
                () -> states(ana).stream().filter(FaceState.ASSOCIATED::equals).count() == 2);
        assertThat(photos(ana)).doesNotContain(second.photo().orElseThrow());
    }

    @Test
    void whoHasAsManyPhotosAsThereCanBeGetsOneForTheWeakest() {
        var fresh = TestApplication.freshPhotos(application, 1, 77);
        var ana = enrol("Ana", State.SEARCHABLE, anas);
        fill(ana);
        application.enrol().enrol().addPhotos(ana, fresh);
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(ana).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.UserFull));
        var trouble = only(ana);
        var drop = remedy(trouble, Repair.DROP_WEAKEST);
        mend(trouble, drop);
        clock.forward(Duration.ofSeconds(11));
        application.enrol().runner().wake();
        TestApplication.await(
                application,
                () -> states(ana).size() == 3 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(photos(ana)).doesNotContain(drop.photo().orElseThrow());
        assertThat(states(ana)).containsOnly(FaceState.ASSOCIATED);
        emptyAgain(ana);
    }

    @Test
    void aUserWhoIsBeingWorkedInHasAClockAndNothingButPatience() {
        new ConsistencyCheck(application, clock).settle();
        application.close();
        var slow = EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(3));
        application = TestApplication.furnished(folder.resolve("data"), clock, slow);
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ana"), anas, new DuplicateDecision.NoDuplicate());
        TestApplication.await(
                application,
                () -> application.enrol().repairs().problemsOf(enrolment.person()).stream()
                        .anyMatch(photoProblem -> photoProblem.cause() instanceof Cause.Updating));
        var trouble = only(enrolment.person());
        assertThat(trouble.photo()).isEmpty();
        mend(trouble, remedy(trouble, Repair.WAIT));
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        assertThat(application.enrol().repairs().problemsOf(enrolment.person())).isEmpty();
    }

    @Test
    void aDuplicateSavedOfflineCausesAQuestionAndIsMerged() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var again = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Anna"),
                        photos.subList(2, 3),
                        new DuplicateDecision.SearchDeferred());
        TestApplication.await(application, again.person(), State.STUCK);
        var question =
                application.enrol().duplicates().findQuestion(again.person()).orElseThrow();
        assertThat(question.match().person().id()).isEqualTo(ana);
        application.enrol().duplicates().answer(again.person(), new DuplicateDecision.SamePerson(ana));
        TestApplication.await(
                application,
                () -> states(ana).size() == 3 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(application.storage().people().bases().findByPerson(ana)).hasSize(2);
        assertThatThrownBy(() ->
                        application.enrol().duplicates().answer(again.person(), new DuplicateDecision.SamePerson(ana)))
                .isInstanceOf(EnrolException.class);
    }

    @Test
    void aDifferentPersonSavedOfflineIsEnrolled() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var twin = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Her twin"),
                        photos.subList(2, 3),
                        new DuplicateDecision.SearchDeferred());
        TestApplication.await(application, twin.person(), State.STUCK);
        application.enrol().duplicates().answer(twin.person(), new DuplicateDecision.DifferentPerson(ana));
        TestApplication.await(application, twin.person(), State.SEARCHABLE);
        assertThat(new ConsistencyCheck(application, clock).everybody()).hasSize(2);
    }

    @Test
    void anUpdateReplacesTheOldPhotosOnceTheNewOnesAreInUse() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var old = photos(ana);
        application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        photos.subList(2, 3),
                        new DuplicateDecision.UpdatedPerson(ana));
        TestApplication.await(
                application,
                () -> photos(ana).size() == 1 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(photos(ana)).doesNotContainAnyElementsOf(old);
    }

    private PersonId enrolMixed() {
        var photos = new ArrayList<>(anas);
        photos.add(beas.getFirst());
        return enrol("Ana", State.NEEDS_ATTENTION, photos);
    }

    private PersonId enrol(String name, State state, List<DraftPhoto> photos) {
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, name), photos, new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), state);
        return enrolment.person();
    }

    private void settled(PersonId person) {
        TestApplication.await(
                application,
                () -> application
                                .storage()
                                .journal()
                                .openStepsFor(person.toString())
                                .isEmpty()
                        && photos(person).stream()
                                .allMatch(photo -> application
                                        .storage()
                                        .journal()
                                        .openStepsFor(photo.toString())
                                        .isEmpty()));
    }

    private PhotoProblem only(PersonId person) {
        var troubles = application.enrol().repairs().problemsOf(person);
        assertThat(troubles).hasSize(1);
        return troubles.getFirst();
    }

    private static Remedy remedy(PhotoProblem photoProblem, Repair repair) {
        return photoProblem.remedies().stream()
                .filter(remedy -> remedy.repair() == repair)
                .findFirst()
                .orElseThrow(() -> new AssertionError(repair + " is not offered by " + photoProblem));
    }

    private Optional<io.vestibule.people.change.Undo> mend(PhotoProblem photoProblem, Remedy remedy) {
        return application.enrol().repairs().repair(photoProblem, remedy);
    }

    private FaceCollection service() {
        return TestApplication.service(application).faces();
    }

    private String face(PersonId person, PhotoProblem photoProblem) {
        return faces(person).stream()
                .filter(face -> Optional.of(face.photo()).equals(photoProblem.photo()))
                .findFirst()
                .flatMap(IndexedFace::faceId)
                .orElseThrow();
    }

    /// Adds faces of the same person to the user, as other consoles would, until the limit is reached.
    private void fill(PersonId person) {
        var photo = anas.getFirst().photo().bytes();
        for (int i = 3; i < 100; i++) {
            var index = service()
                    .index(
                            TestApplication.COLLECTION,
                            new io.vestibule.cloud.ImageSource.Bytes(photo),
                            "other-" + i,
                            1,
                            io.vestibule.cloud.QualityFilter.AUTO);
            service()
                    .associate(
                            TestApplication.COLLECTION,
                            external(person),
                            List.of(index.indexed().getFirst().faceId()),
                            0,
                            "other-" + i);
        }
    }

    private void emptyAgain(PersonId person) {
        var ours =
                faces(person).stream().flatMap(face -> face.faceId().stream()).toList();
        var others = service().listFaces(TestApplication.COLLECTION, Optional.of(external(person))).stream()
                .map(FaceCollection.StoredFace::faceId)
                .filter(face -> !ours.contains(face))
                .toList();
        service().disassociate(TestApplication.COLLECTION, external(person), others, "empty");
        service().deleteFaces(TestApplication.COLLECTION, others);
    }

    private Person person(PersonId person) {
        return TestApplication.person(application, person);
    }

    private String external(PersonId person) {
        return person(person).externalId().toString();
    }

    private List<IndexedFace> faces(PersonId person) {
        return application.enrol().standings().faces(person(person));
    }

    private List<FaceState> states(PersonId person) {
        return faces(person).stream().map(IndexedFace::state).toList();
    }

    private List<PhotoId> photos(PersonId person) {
        return application.storage().people().photos().findByPerson(person).stream()
                .map(PhotoRecord::id)
                .toList();
    }

    /// A photo that the local checks would have rejected, as a service with other checks would get it.
    private static DraftPhoto disguised(Photo photo, DraftPhoto as) {
        return new DraftPhoto(photo, as.thumbnail(), as.face(), List.of());
    }

    private static Photo read(String sample) throws Exception {
        var pixels =
                new PhotoDecoder(PhotoLimits.DEFAULT).decode(Files.readAllBytes(Path.of("assets/samples", sample)));
        return PhotoEncoder.standard().encode(pixels);
    }

    private static Photo blank() throws Exception {
        var argb = new int[320 * 400];
        Arrays.fill(argb, 0xFF8090A0);
        return PhotoEncoder.standard().encode(new Pixels(320, 400, argb));
    }
}
