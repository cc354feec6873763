package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.AssociateAnswer;
import io.vestibule.cloud.FaceCollection.Unassociated;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.FaceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of each face that is to be given to a user, whatever the service answers.
class FaceAssociatorTest {

    private static final int VISIBILITY_ATTEMPTS = 6;

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;
    private PhotoId photo;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.save("Ana", fixture.photos(0).subList(0, 1));
        photo = fixture.photosOf(ana).getFirst();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void index() {
        fixture.perform(EnrolStep.STORE_PHOTO, photo);
        fixture.perform(EnrolStep.INDEX_PHOTO, photo);
    }

    private void refuse(String... reasons) {
        var face = fixture.face(photo).faceId().orElseThrow();
        var refused = new Unassociated(face, Optional.empty(), Optional.empty(), List.of(reasons));
        fixture.script.answer(Call.ASSOCIATE, new AssociateAnswer(List.of(), List.of(), List.of(refused), "CREATED"));
    }

    private void give() {
        var face = fixture.face(photo).faceId().orElseThrow();
        fixture.real().faces().associate(EnrolFixture.COLLECTION, fixture.userOf(ana), List.of(face), 0, "other");
    }

    private Step associating() {
        return fixture.journal().openStepsFor(ana.toString()).getFirst();
    }

    @Test
    void aFaceThatTheServiceTookIsInUseWithoutARemark() {
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.face(photo).reasons()).isEmpty();
    }

    @Test
    void aFullUserIsAnEndAndNoFailure() {
        fixture.script.fail(Call.ASSOCIATE, new CloudFailure.LimitReached("AssociateFaces"));
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.NOT_ASSOCIATED);
        assertThat(fixture.face(photo).reasons()).containsExactly("USER_FULL");
        assertThat(fixture.journal().openSteps(10)).isEmpty();
    }

    @Test
    void aRefusalWithoutAReasonMeansThatTheUserIsFull() {
        index();
        refuse();
        fixture.work();
        assertThat(fixture.face(photo).reasons()).containsExactly("USER_FULL");
    }

    @Test
    void aRefusedFaceKeepsReasonConfidenceAndHolder() {
        index();
        var face = fixture.face(photo).faceId().orElseThrow();
        var refused = new Unassociated(
                face, Optional.of(12.5f), Optional.of("user-7"), List.of("ASSOCIATED_TO_A_DIFFERENT_USER"));
        fixture.script.answer(Call.ASSOCIATE, new AssociateAnswer(List.of(), List.of(), List.of(refused), "CREATED"));
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.NOT_ASSOCIATED);
        assertThat(fixture.face(photo).reasons()).containsExactly("ASSOCIATED_TO_A_DIFFERENT_USER");
        assertThat(fixture.face(photo).confidence()).contains(12.5f);
        assertThat(fixture.face(photo).holder()).contains("user-7");
    }

    @Test
    void aFaceThatIsNotVisibleYetIsAskedForAgain() {
        index();
        refuse("FACE_NOT_FOUND");
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.INDEXED);
        assertThat(associating().problem().orElseThrow().code()).isEqualTo("enrol.not-visible-yet");
        fixture.pass(Duration.ofMillis(500));
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
    }

    @Test
    void aFaceThatStaysInvisibleIsBelievedToBeLost() {
        index();
        for (int i = 0; i <= VISIBILITY_ATTEMPTS; i++) {
            assertThat(fixture.face(photo).state()).as("attempt %d", i).isEqualTo(FaceState.INDEXED);
            refuse("FACE_NOT_FOUND");
            fixture.pass(Duration.ofMillis(500));
        }
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.NOT_ASSOCIATED);
        assertThat(fixture.face(photo).reasons()).containsExactly("FACE_NOT_FOUND");
    }

    @Test
    void aUserThatTheServiceLostIsMadeAnew() {
        fixture.script.before(
                Call.ASSOCIATE,
                () -> fixture.real().faces().deleteUser(EnrolFixture.COLLECTION, fixture.userOf(ana), "lost"));
        fixture.work();
        fixture.pass(Duration.ofMillis(500));
        assertThat(fixture.facesAtService(ana)).containsExactly(photo.toString());
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
    }

    @Test
    void whatTheLostUserHadIsGivenToTheNewOneAgain() {
        fixture.work();
        var more = fixture.enrol().enrol().addPhotos(ana, fixture.photos(0).subList(1, 2));
        fixture.real().faces().deleteUser(EnrolFixture.COLLECTION, fixture.userOf(ana), "lost");
        fixture.work();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(more.saved()).isEqualTo(1);
        assertThat(fixture.facesAtService(ana)).hasSize(2);
    }

    @Test
    void aUserThatIsNotFoundForGoodIsForAPersonToDecide() {
        for (int i = 0; i <= VISIBILITY_ATTEMPTS; i++) {
            fixture.script.fail(Call.ASSOCIATE, new CloudFailure.NotFound("AssociateFaces"));
            fixture.pass(Duration.ofMillis(500));
        }
        assertThat(associating().state()).isEqualTo(StepState.PARKED);
        assertThat(associating().problem().orElseThrow().code()).isEqualTo("cloud.not-found");
    }

    @Test
    void aFaceThatTheUserHadBeforeWeAskedIsRemarkedOn() {
        fixture.script.before(Call.ASSOCIATE, this::give);
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.face(photo).reasons()).containsExactly("ALREADY_THERE");
    }

    @Test
    void aFaceThatAnEarlierAttemptGaveIsNotRemarkedOn() {
        fixture.script.before(Call.ASSOCIATE, () -> {
            give();
            throw new CloudException(new CloudFailure.Busy("AssociateFaces"));
        });
        fixture.work();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.face(photo).reasons()).isEmpty();
    }

    @Test
    void aFaceWhosePhotoWasMovedWhileTheServiceWasAskedEndsWithTheOther() {
        var bo = fixture.enrol("Bo", fixture.freshPhotos());
        var cy = fixture.save("Cy", fixture.photos(0).subList(1, 2));
        var moved = fixture.photosOf(cy).getFirst();
        fixture.script.before(Call.ASSOCIATE, () -> fixture.enrol().commands().move(moved, bo));
        fixture.work();
        assertThat(fixture.facesAtService(bo)).hasSize(4).contains(moved.toString());
        assertThat(fixture.facesAtService(cy)).isEmpty();
    }

    @Test
    void aConflictWithAnotherChangeOfTheUserIsWaitedFor() {
        fixture.script.fail(Call.ASSOCIATE, new CloudFailure.Conflict("AssociateFaces"));
        fixture.work();
        assertThat(associating().problem().orElseThrow().code()).isEqualTo("cloud.conflict");
        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
    }
}
