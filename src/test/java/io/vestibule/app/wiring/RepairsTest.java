package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolException;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Standing.State;
import io.vestibule.people.change.Trouble;
import io.vestibule.people.change.Trouble.Fault;
import io.vestibule.people.change.Trouble.Remedy;
import io.vestibule.people.change.Trouble.Repair;
import io.vestibule.photo.Photo;
import io.vestibule.photo.PhotoDoor;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.PhotoMaker;
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

/// Every way in which the service refuses a photo, provoked in the embedded engine by real photos, and every remedy.
class RepairsTest {

    @TempDir
    Path folder;

    private ShiftedClock clock;
    private House house;
    private List<DraftPhoto> anas;
    private List<DraftPhoto> beas;

    @BeforeEach
    void open() {
        clock = new ShiftedClock();
        house = TestHouse.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        anas = TestHouse.photos(house, 0);
        beas = TestHouse.photos(house, 1);
    }

    @AfterEach
    void close() {
        new Agreement(house, clock).settle();
        new Agreement(house, clock).check();
        house.close();
    }

    @Test
    void aPhotoOfSomebodyElseIsMovedToWhomItShows() {
        var bea = enrol("Bea", State.SEARCHABLE, beas.subList(1, 3));
        var ana = enrolMixed();
        var trouble = only(ana);
        assertThat(trouble.fault()).isInstanceOfSatisfying(Fault.LowMatch.class, low -> {
            assertThat(low.confidence()).isLessThan(low.threshold());
            assertThat(low.engine()).isEqualTo(TestHouse.service(house).faces().engine());
        });
        var photo = trouble.photo().orElseThrow();
        assertThat(house.enrol().repairs().shows(photo)).containsExactly(bea);
        var undo = mend(trouble, remedy(trouble, Repair.MOVE).with(bea)).orElseThrow();
        TestHouse.await(house, bea, State.SEARCHABLE);
        assertThat(states(bea)).hasSize(3).containsOnly(FaceState.ASSOCIATED);
        assertThat(house.enrol().repairs().of(ana)).isEmpty();
        assertThat(undo.undo()).isTrue();
        TestHouse.await(house, ana, State.NEEDS_ATTENTION);
        assertThat(photos(ana)).contains(photo);
    }

    @Test
    void whatMatchesTooLittleIsAcceptedByAManagerAloneAndThenFlagged() {
        var ana = enrolMixed();
        var trouble = only(ana);
        var accept = remedy(trouble, Repair.ACCEPT_LOWER);
        var administrator = house.cellar().session().operator().orElseThrow().id();
        house.cellar()
                .operators()
                .signIn(house.cellar().operators().add("Robin", Role.RECEPTION).id());
        assertThat(only(ana).remedies()).extracting(Remedy::repair).containsExactly(Repair.RETAKE, Repair.DISMISS);
        assertThatThrownBy(() -> mend(trouble, accept)).isInstanceOf(AuditException.class);
        house.cellar().operators().signIn(administrator);
        mend(trouble, accept);
        TestHouse.await(house, () -> states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        settled(ana);
        var far = only(ana);
        assertThat(far.fault()).isInstanceOf(Fault.FarFromOthers.class);
        assertThatThrownBy(() -> mend(trouble, accept))
                .isInstanceOfSatisfying(
                        EnrolException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("enrol.repair-over"));
        mend(far, remedy(far, Repair.DISMISS));
        assertThat(house.enrol().repairs().of(ana)).isEmpty();
    }

    @Test
    void aFaceThatIsSomebodyElsesNamesThemAndMovesThere() {
        var ana = enrolMixed();
        var bea = enrol("Bea", State.SEARCHABLE, beas.subList(1, 3));
        var stolen = face(ana, only(ana));
        service().associate(TestHouse.COLLECTION, external(bea), List.of(stolen), 0, "another-console");
        var before = only(ana);
        mend(before, remedy(before, Repair.ACCEPT_LOWER));
        TestHouse.await(
                house,
                () -> house.enrol().repairs().of(ana).stream()
                        .anyMatch(trouble -> trouble.fault() instanceof Fault.DifferentUser));
        var trouble = only(ana);
        assertThat(trouble.fault()).isEqualTo(new Fault.DifferentUser(Optional.of(bea)));
        assertThat(trouble.remedies())
                .extracting(Remedy::repair)
                .containsExactly(Repair.MOVE, Repair.MERGE, Repair.RETAKE, Repair.DISMISS);
        mend(trouble, trouble.remedies().getFirst());
        TestHouse.await(
                house, () -> states(bea).size() == 3 && states(bea).stream().allMatch(FaceState.ASSOCIATED::equals));
        settled(bea);
        assertThat(house.enrol().repairs().of(bea))
                .extracting(Trouble::fault)
                .hasOnlyElementsOfType(Fault.AlreadyThere.class);
    }

    @Test
    void aFaceThatTheCollectionLostIsIndexedAgain() {
        var ana = enrolMixed();
        service().deleteFaces(TestHouse.COLLECTION, List.of(face(ana, only(ana))));
        var before = only(ana);
        mend(before, remedy(before, Repair.ACCEPT_LOWER));
        TestHouse.await(
                house,
                () -> house.enrol().repairs().of(ana).stream()
                        .anyMatch(trouble -> trouble.fault() instanceof Fault.FaceNotFound));
        var trouble = only(ana);
        mend(trouble, remedy(trouble, Repair.INDEX_AGAIN));
        TestHouse.await(
                house,
                () -> house.enrol().repairs().of(ana).stream()
                        .anyMatch(again -> again.fault() instanceof Fault.LowMatch));
    }

    @Test
    void whatTheServiceDoesNotTakeAtAllSaysWhyAndIsDismissedOrRetaken() throws Exception {
        var good = anas;
        var blurred = disguised(read("too-blurred.jpg"), good.getFirst());
        var empty = disguised(blank(), good.getFirst());
        var ana = enrol("Ana", State.NEEDS_ATTENTION, List.of(good.get(0), blurred, empty));
        var troubles = house.enrol().repairs().of(ana);
        assertThat(troubles)
                .extracting(Trouble::fault)
                .containsExactlyInAnyOrder(
                        new Fault.Unindexed(List.of("LOW_SHARPNESS")), new Fault.Unindexed(List.of("NO_FACE")));
        var first = troubles.getFirst();
        var undo = mend(first, remedy(first, Repair.DISMISS)).orElseThrow();
        assertThat(house.enrol().repairs().of(ana)).hasSize(1);
        assertThat(undo.undo()).isTrue();
        TestHouse.await(house, () -> house.enrol().repairs().of(ana).size() == 2);
        var second = house.enrol().repairs().of(ana).getLast();
        house.enrol().retake().retake(second.photo().orElseThrow(), List.of(good.get(1)));
        TestHouse.await(
                house,
                () -> states(ana).stream().filter(FaceState.ASSOCIATED::equals).count() == 2);
        assertThat(photos(ana)).doesNotContain(second.photo().orElseThrow());
    }

    @Test
    void whoHasAsManyPhotosAsThereCanBeGetsOneForTheWeakest() {
        var fresh = TestHouse.freshPhotos(house, 1, 77);
        var ana = enrol("Ana", State.SEARCHABLE, anas);
        fill(ana);
        house.enrol().enrol().add(ana, fresh);
        TestHouse.await(
                house,
                () -> house.enrol().repairs().of(ana).stream()
                        .anyMatch(trouble -> trouble.fault() instanceof Fault.UserFull));
        var trouble = only(ana);
        var drop = remedy(trouble, Repair.DROP_WEAKEST);
        mend(trouble, drop);
        clock.forward(Duration.ofSeconds(11));
        house.enrol().runner().wake();
        TestHouse.await(
                house, () -> states(ana).size() == 3 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(photos(ana)).doesNotContain(drop.photo().orElseThrow());
        assertThat(states(ana)).containsOnly(FaceState.ASSOCIATED);
        emptyAgain(ana);
    }

    @Test
    void aUserWhoIsBeingWorkedInHasAClockAndNothingButPatience() {
        new Agreement(house, clock).settle();
        house.close();
        var slow = EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(3));
        house = TestHouse.furnished(folder.resolve("data"), clock, slow);
        var enrolment = house.enrol().enrol().save(TestHouse.visitor(house, "Ana"), anas, new Decision.Unknown());
        TestHouse.await(
                house,
                () -> house.enrol().repairs().of(enrolment.person()).stream()
                        .anyMatch(trouble -> trouble.fault() instanceof Fault.Updating));
        var trouble = only(enrolment.person());
        assertThat(trouble.photo()).isEmpty();
        mend(trouble, remedy(trouble, Repair.WAIT));
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        assertThat(house.enrol().repairs().of(enrolment.person())).isEmpty();
    }

    @Test
    void whoWasSavedOfflineIsAskedAboutAndBecomesOnePerson() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var again = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Anna"), photos.subList(2, 3), new Decision.NotAsked());
        TestHouse.await(house, again.person(), State.STUCK);
        var question = house.enrol().duplicates().about(again.person()).orElseThrow();
        assertThat(question.match().person().id()).isEqualTo(ana);
        house.enrol().duplicates().answer(again.person(), new Decision.SamePerson(ana));
        TestHouse.await(
                house, () -> states(ana).size() == 3 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(house.cellar().people().bases().of(ana)).hasSize(2);
        assertThatThrownBy(() -> house.enrol().duplicates().answer(again.person(), new Decision.SamePerson(ana)))
                .isInstanceOf(EnrolException.class);
    }

    @Test
    void whoWasSavedOfflineAndIsSomebodyElseGoesOn() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var twin = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Her twin"), photos.subList(2, 3), new Decision.NotAsked());
        TestHouse.await(house, twin.person(), State.STUCK);
        house.enrol().duplicates().answer(twin.person(), new Decision.DifferentPerson(ana));
        TestHouse.await(house, twin.person(), State.SEARCHABLE);
        assertThat(new Agreement(house, clock).everybody()).hasSize(2);
    }

    @Test
    void anUpdateReplacesTheOldPhotosOnceTheNewOnesAreInUse() {
        var photos = anas;
        var ana = enrol("Ana", State.SEARCHABLE, photos.subList(0, 2));
        var old = photos(ana);
        house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), photos.subList(2, 3), new Decision.UpdatedPerson(ana));
        TestHouse.await(
                house, () -> photos(ana).size() == 1 && states(ana).stream().allMatch(FaceState.ASSOCIATED::equals));
        assertThat(photos(ana)).doesNotContainAnyElementsOf(old);
    }

    private PersonId enrolMixed() {
        var photos = new ArrayList<>(anas);
        photos.add(beas.getFirst());
        return enrol("Ana", State.NEEDS_ATTENTION, photos);
    }

    private PersonId enrol(String name, State state, List<DraftPhoto> photos) {
        var enrolment = house.enrol().enrol().save(TestHouse.visitor(house, name), photos, new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), state);
        return enrolment.person();
    }

    private void settled(PersonId person) {
        TestHouse.await(
                house,
                () -> house.cellar().journal().openFor(person.toString()).isEmpty()
                        && photos(person).stream()
                                .allMatch(photo -> house.cellar()
                                        .journal()
                                        .openFor(photo.toString())
                                        .isEmpty()));
    }

    private Trouble only(PersonId person) {
        var troubles = house.enrol().repairs().of(person);
        assertThat(troubles).hasSize(1);
        return troubles.getFirst();
    }

    private static Remedy remedy(Trouble trouble, Repair repair) {
        return trouble.remedies().stream()
                .filter(remedy -> remedy.repair() == repair)
                .findFirst()
                .orElseThrow(() -> new AssertionError(repair + " is not offered by " + trouble));
    }

    private Optional<io.vestibule.people.change.Undo> mend(Trouble trouble, Remedy remedy) {
        return house.enrol().repairs().repair(trouble, remedy);
    }

    private FaceCollection service() {
        return TestHouse.service(house).faces();
    }

    private String face(PersonId person, Trouble trouble) {
        return faces(person).stream()
                .filter(face -> Optional.of(face.photo()).equals(trouble.photo()))
                .findFirst()
                .flatMap(IndexedFace::faceId)
                .orElseThrow();
    }

    /// Other consoles give the user faces of the same person until no more fit.
    private void fill(PersonId person) {
        var photo = anas.getFirst().photo().bytes();
        for (int i = 3; i < 100; i++) {
            var index = service()
                    .index(
                            TestHouse.COLLECTION,
                            new io.vestibule.cloud.ImageSource.Bytes(photo),
                            "other-" + i,
                            1,
                            io.vestibule.cloud.QualityFilter.AUTO);
            service()
                    .associate(
                            TestHouse.COLLECTION,
                            external(person),
                            List.of(index.indexed().getFirst().faceId()),
                            0,
                            "other-" + i);
        }
    }

    private void emptyAgain(PersonId person) {
        var ours =
                faces(person).stream().flatMap(face -> face.faceId().stream()).toList();
        var others = service().faces(TestHouse.COLLECTION, Optional.of(external(person))).stream()
                .map(FaceCollection.StoredFace::faceId)
                .filter(face -> !ours.contains(face))
                .toList();
        service().disassociate(TestHouse.COLLECTION, external(person), others, "empty");
        service().deleteFaces(TestHouse.COLLECTION, others);
    }

    private Person person(PersonId person) {
        return TestHouse.person(house, person);
    }

    private String external(PersonId person) {
        return person(person).externalId().toString();
    }

    private List<IndexedFace> faces(PersonId person) {
        return house.enrol().standings().faces(person(person));
    }

    private List<FaceState> states(PersonId person) {
        return faces(person).stream().map(IndexedFace::state).toList();
    }

    private List<PhotoId> photos(PersonId person) {
        return house.cellar().people().photos().of(person).stream()
                .map(PhotoRecord::id)
                .toList();
    }

    /// A photo that this machine would have refused, as a service with other eyes would get it.
    private static DraftPhoto disguised(Photo photo, DraftPhoto as) {
        return new DraftPhoto(photo, as.thumbnail(), as.face(), List.of());
    }

    private static Photo read(String sample) throws Exception {
        var pixels = new PhotoDoor(PhotoLimits.DEFAULT).read(Files.readAllBytes(Path.of("assets/samples", sample)));
        return PhotoMaker.standard().make(pixels);
    }

    private static Photo blank() throws Exception {
        var argb = new int[320 * 400];
        Arrays.fill(argb, 0xFF8090A0);
        return PhotoMaker.standard().make(new Pixels(320, 400, argb));
    }
}
