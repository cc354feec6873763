package io.vestibule.app.wiring;

import static io.vestibule.doctor.DiscrepancyKind.DUPLICATE_FACE;
import static io.vestibule.doctor.DiscrepancyKind.FACE_MISSING;
import static io.vestibule.doctor.DiscrepancyKind.FACE_WITHOUT_USER;
import static io.vestibule.doctor.DiscrepancyKind.FACE_WITH_OTHER_PERSON;
import static io.vestibule.doctor.DiscrepancyKind.FACE_WITH_UNKNOWN_USER;
import static io.vestibule.doctor.DiscrepancyKind.OTHER_MODEL;
import static io.vestibule.doctor.DiscrepancyKind.UNKNOWN_FACE;
import static io.vestibule.doctor.DiscrepancyKind.UNKNOWN_FACE_OF_PERSON;
import static io.vestibule.doctor.DiscrepancyKind.UNKNOWN_FILE;
import static io.vestibule.doctor.DiscrepancyKind.UNKNOWN_USER;
import static io.vestibule.doctor.DiscrepancyKind.USER_MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.doctor.Discrepancy;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records, collection and bucket that were made to disagree are found and brought into agreement.
class DoctorTest {

    @TempDir
    private Path folder;

    private DoctorFixture fixture;
    private PersonId ana;
    private PersonId bob;

    @BeforeEach
    void enrol() {
        fixture = new DoctorFixture(folder);
        ana = fixture.enrol("Ana", 0);
        bob = fixture.enrol("Bob", 1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void assertAgree() {
        var again = fixture.compare();
        assertThat(fixture.open(again)).isEmpty();
        assertThat(again.unread()).isEmpty();
        for (var person : List.of(ana, bob)) {
            TestApplication.await(fixture.application(), person, State.SEARCHABLE);
        }
    }

    private String index(String externalId, int sample) {
        var bytes = SampleFlow.read(SampleFlow.SAMPLES.get(sample).photos().getFirst());
        return fixture.faces()
                .index(DoctorFixture.COLLECTION, new ImageSource.Bytes(bytes), externalId, 1, QualityFilter.NONE)
                .indexed()
                .getFirst()
                .faceId();
    }

    @Test
    void whatAgreesHasNoDiscrepancies() {
        var run = fixture.compare();
        assertThat(run.faces()).isEqualTo(fixture.stored().size());
        assertThat(run.users()).isEqualTo(2);
        assertThat(run.files()).isEqualTo(run.photos());
        assertAgree();
    }

    @Test
    void aMissingFaceIsSentAgain() {
        fixture.deleteFace(ana, fixture.face(ana, 0));
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(FACE_MISSING, 1L));
        fixture.remedy(run);
        assertAgree();
    }

    @Test
    void aMissingUserGetsTheFacesBack() {
        fixture.faces().deleteUser(DoctorFixture.COLLECTION, fixture.user(ana), DoctorFixture.token());
        var run = fixture.compare();
        assertThat(fixture.open(run)).containsOnlyKeys(USER_MISSING, FACE_WITHOUT_USER);
        fixture.remedy(run);
        assertAgree();
    }

    @Test
    void aFaceWithAnotherPersonGoesBack() {
        var face = fixture.face(ana, 0);
        fixture.disassociate(ana, face);
        var _ = fixture.faces()
                .associate(DoctorFixture.COLLECTION, fixture.user(bob), List.of(face), 0, DoctorFixture.token());
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(FACE_WITH_OTHER_PERSON, 1L));
        fixture.remedy(run);
        assertAgree();
    }

    @Test
    void whatAnotherProgramManagesIsToldAndStays() {
        fixture.faces().createUser(DoctorFixture.COLLECTION, "first-last-1738375179381", DoctorFixture.token());
        var theirs = index("door-7", 2);
        var ours = fixture.face(ana, 0);
        fixture.disassociate(ana, ours);
        var _ = fixture.faces()
                .associate(
                        DoctorFixture.COLLECTION,
                        "first-last-1738375179381",
                        List.of(theirs, ours),
                        0,
                        DoctorFixture.token());
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(UNKNOWN_USER, 1L, FACE_WITH_UNKNOWN_USER, 1L));
        assertThat(List.of(UNKNOWN_USER, FACE_WITH_UNKNOWN_USER)).noneMatch(DiscrepancyKind::isProposed);
        fixture.remedy(run, FACE_MISSING);
        assertThat(fixture.faces().listFaces(DoctorFixture.COLLECTION, Optional.of("first-last-1738375179381")))
                .extracting(StoredFace::faceId)
                .containsExactlyInAnyOrder(theirs, ours);

        // Only what is chosen is taken back, and the face that is theirs stays.
        fixture.remedy(run, FACE_WITH_UNKNOWN_USER);
        assertThat(fixture.faces().listFaces(DoctorFixture.COLLECTION, Optional.of(fixture.user(ana))))
                .extracting(StoredFace::faceId)
                .contains(ours)
                .doesNotContain(theirs);
        fixture.remedy(run, UNKNOWN_USER);
        assertThat(fixture.faces().userStatuses(DoctorFixture.COLLECTION))
                .doesNotContainKey("first-last-1738375179381");
        assertThat(fixture.stored()).extracting(StoredFace::faceId).contains(theirs);
    }

    @Test
    void aUserWhoWasAdoptedMeanwhileIsNotDeleted() {
        fixture.faces().createUser(DoctorFixture.COLLECTION, "cem-1738375179381", DoctorFixture.token());
        var run = fixture.compare();
        var adopt = fixture.application().enrol().adopt();
        var person = adopt.adopt(
                adopt.fetchUnknownUsers().getFirst(), TestApplication.visitor(fixture.application(), "Cem"));
        fixture.remedy(run, UNKNOWN_USER);
        assertThat(fixture.of(run, UNKNOWN_USER).getFirst().state()).isEqualTo(DiscrepancyState.LEFT);
        assertThat(fixture.faces().userStatuses(DoctorFixture.COLLECTION)).containsKey(fixture.user(person));
    }

    @Test
    void anUnknownFaceIsDeletedOnlyWhereItIsChosen() {
        var unknown = index("door-7", 2);
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(UNKNOWN_FACE, 1L));
        assertThat(UNKNOWN_FACE.isProposed()).isFalse();
        fixture.remedy(run, FACE_MISSING);
        assertThat(fixture.stored()).extracting(StoredFace::faceId).contains(unknown);
        fixture.remedy(run, UNKNOWN_FACE);
        assertThat(fixture.stored()).extracting(StoredFace::faceId).doesNotContain(unknown);
        assertAgree();
    }

    @Test
    void anUnknownFaceThatSomebodyGaveAUserMeanwhileStays() {
        var unknown = index("door-7", 2);
        var run = fixture.compare();
        fixture.faces().createUser(DoctorFixture.COLLECTION, "other", DoctorFixture.token());
        var _ = fixture.faces()
                .associate(DoctorFixture.COLLECTION, "other", List.of(unknown), 0, DoctorFixture.token());
        fixture.remedy(run, UNKNOWN_FACE);
        assertThat(fixture.of(run, UNKNOWN_FACE).getFirst().state()).isEqualTo(DiscrepancyState.LEFT);
        assertThat(fixture.stored()).extracting(StoredFace::faceId).contains(unknown);
    }

    @Test
    void aSecondFaceOfAPhotoIsDeletedAndTheFirstStays() {
        var photo = fixture.photos(ana).getFirst().id().toString();
        var second = index(photo, 2);
        var stranger = index("door-7", 1);
        var _ = fixture.faces()
                .associate(DoctorFixture.COLLECTION, fixture.user(bob), List.of(stranger), 0, DoctorFixture.token());
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(DUPLICATE_FACE, 1L, UNKNOWN_FACE_OF_PERSON, 1L));
        fixture.remedy(run);
        assertThat(fixture.stored()).extracting(StoredFace::faceId).doesNotContain(second, stranger);
        assertAgree();
    }

    @Test
    void filesThatNobodyKnowsAreDeletedOnlyWhereTheyAreChosen() {
        fixture.bucket().put("photos/ab/lists.txt", new byte[] {1});
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(UNKNOWN_FILE, 1L));
        fixture.remedy(run);
        assertThat(fixture.bucket().get("photos/ab/lists.txt")).isEmpty();
        assertAgree();
    }

    @Test
    void aFileThatIsNowhereElseIsToldToBeLost() {
        var photo = fixture.photos(ana).getFirst();
        fixture.bucket().delete(photo.key());
        var run = fixture.compare();
        assertThat(fixture.open(run)).isEqualTo(Map.of(DiscrepancyKind.FILE_MISSING, 1L));
        fixture.remedy(run);
        assertThat(fixture.of(run, DiscrepancyKind.FILE_MISSING).getFirst().state())
                .isEqualTo(DiscrepancyState.LEFT);
    }

    @Test
    void remediesThatHaveNotBegunAreWithdrawn() {
        fixture.deleteFace(ana, fixture.face(ana, 0));
        var run = fixture.compare();
        var ordered = fixture.application().doctor().remedies().order(run, List.of(FACE_MISSING), Undo.WINDOW);
        assertThat(fixture.application().doctor().remedies().undo(ordered)).isTrue();
        assertThat(fixture.open(run)).isEqualTo(Map.of(FACE_MISSING, 1L));
        assertThat(fixture.application().storage().journal().openSteps(10)).isEmpty();
    }

    @Test
    void aFaceOfAnotherModelIsSentAgainOnlyIfItsPhotoIsThere() {
        var old = List.of(fixture.face(ana, 0), fixture.face(bob, 0));
        fixture.application()
                .engine()
                .database()
                .orElseThrow()
                .transaction(() -> fixture.application()
                        .engine()
                        .database()
                        .orElseThrow()
                        .with(handle -> {
                            handle.execute("insert into face_model (engine) values ('older')");
                            return handle.execute(
                                    "update face set model = (select number from face_model where engine = 'older')"
                                            + " where id in (?, ?)",
                                    UUID.fromString(old.getFirst()),
                                    UUID.fromString(old.getLast()));
                        }));
        fixture.bucket().delete(fixture.photos(bob).getFirst().key());
        var run = fixture.compare();
        assertThat(fixture.open(run)).containsEntry(OTHER_MODEL, 2L);
        fixture.remedy(run, OTHER_MODEL);
        assertThat(fixture.of(run, OTHER_MODEL))
                .extracting(Discrepancy::subject, Discrepancy::state)
                .containsExactlyInAnyOrder(
                        tuple(old.getFirst(), DiscrepancyState.SETTLED), tuple(old.getLast(), DiscrepancyState.LEFT));
        assertThat(fixture.stored())
                .extracting(StoredFace::faceId)
                .doesNotContain(old.getFirst())
                .contains(old.getLast());
        TestApplication.await(fixture.application(), ana, State.SEARCHABLE);
        assertThat(fixture.recorded(ana)).hasSize(fixture.photos(ana).size());
    }
}
