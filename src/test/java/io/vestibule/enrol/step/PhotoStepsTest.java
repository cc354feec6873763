package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.IndexAnswer;
import io.vestibule.cloud.FaceCollection.UnindexedFace;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
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

/// One photo into the bucket and into the collection.
class PhotoStepsTest {

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

    @Test
    void aStoredPhotoLiesInTheBucketAndNotHereAnyMore() {
        assertThat(fixture.people().photos().pendingUpload(photo)).isPresent();
        fixture.perform(EnrolStep.STORE_PHOTO, photo);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
        assertThat(fixture.people().photos().pendingUpload(photo)).isEmpty();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.STORED);
    }

    @Test
    void aPhotoIsKeptHereUntilTheBucketHasIt() {
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.Offline());
        var step = fixture.perform(EnrolStep.STORE_PHOTO, photo);
        assertThat(step.state()).isEqualTo(StepState.WAITING);
        assertThat(fixture.people().photos().pendingUpload(photo)).isPresent();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.CAPTURED);
    }

    @Test
    void whatIsStoredAlreadyIsNotSentAgain() {
        fixture.perform(EnrolStep.STORE_PHOTO, photo);
        fixture.script.forget();
        assertThat(fixture.perform(EnrolStep.STORE_PHOTO, photo).state()).isEqualTo(StepState.DONE);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void nothingOfAPhotoThatIsHiddenOrGoneIsSent() {
        fixture.enrol().commands().removePhoto(photo);
        for (var kind : List.of(EnrolStep.STORE_PHOTO, EnrolStep.INDEX_PHOTO)) {
            assertThat(fixture.perform(kind, photo).state()).isEqualTo(StepState.DONE);
            assertThat(fixture.perform(kind, PhotoId.mint()).state()).isEqualTo(StepState.DONE);
        }
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void nothingOfSomebodyWhoIsHiddenIsSent() {
        fixture.enrol().commands().remove(ana);
        fixture.perform(EnrolStep.STORE_PHOTO, photo);
        fixture.perform(EnrolStep.INDEX_PHOTO, photo);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void anIndexedPhotoHasTheFaceOfTheService() {
        fixture.perform(EnrolStep.STORE_PHOTO, photo);
        fixture.perform(EnrolStep.INDEX_PHOTO, photo);
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.INDEXED);
        assertThat(fixture.real().faces().listFaces(EnrolFixture.COLLECTION, Optional.empty()))
                .singleElement()
                .satisfies(face -> {
                    assertThat(fixture.face(photo).faceId()).contains(face.faceId());
                    assertThat(face.externalImageId()).isEqualTo(photo.toString());
                });
    }

    @Test
    void aPhotoIsNotIndexedBeforeItIsStored() {
        assertThat(fixture.perform(EnrolStep.INDEX_PHOTO, photo).state()).isEqualTo(StepState.DONE);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void aLostAnswerLeavesOneFaceInTheCollection() {
        fixture.script.loseAnswer(Call.INDEX);
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.STORED);
        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.real().faces().listFaces(EnrolFixture.COLLECTION, Optional.empty()))
                .hasSize(1);
    }

    @Test
    void whatTheServiceDoesNotTakeIsRefusedForItsReasons() {
        var face = fixture.photos(0).getFirst();
        var bo = fixture.save("Bo", List.of(SamplePhotos.disguised("too-blurred.jpg", face)));
        fixture.work();
        assertThat(fixture.faces(bo)).singleElement().satisfies(refused -> {
            assertThat(refused.state()).isEqualTo(FaceState.REFUSED);
            assertThat(refused.reasons()).containsExactly("LOW_SHARPNESS");
        });
    }

    @Test
    void anAnswerWithoutAnyFaceIsAReasonOfItsOwn() {
        var bo =
                fixture.enrol("Bo", List.of(SamplePhotos.blank(fixture.photos(0).getFirst())));
        assertThat(fixture.faces(bo))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reasons()).containsExactly("NO_FACE"));
    }

    @Test
    void eachReasonIsToldOnce() {
        var twice = new UnindexedFace(List.of("LOW_SHARPNESS", "EXTREME_POSE"));
        fixture.script.answer(Call.INDEX, new IndexAnswer(List.of(), List.of(twice, twice)));
        fixture.work();
        assertThat(fixture.face(photo).reasons()).containsExactly("LOW_SHARPNESS", "EXTREME_POSE");
    }

    @Test
    void aPictureThatTheServiceCannotReadIsForAPersonToDecide() {
        fixture.script.fail(Call.INDEX, new CloudFailure.BadImage("IndexFaces"));
        fixture.work();
        assertThat(fixture.journal().openStepsFor(photo.toString()))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo(StepState.PARKED);
                    assertThat(step.problem().orElseThrow().code()).isEqualTo("cloud.bad-image");
                });
    }

    @Test
    void whatIsParkedForAPhotoIsTakenUpByGoingOn() {
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.DiskError());
        fixture.work();
        fixture.perform(EnrolStep.GO_ON, photo);
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
    }

    @Test
    void goingOnLeavesWhatWaitsForItsTime() {
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.Offline());
        fixture.work();
        fixture.perform(EnrolStep.GO_ON, photo);
        fixture.work();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.CAPTURED);
    }
}
