package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.DeleteFacesAnswer;
import io.vestibule.cloud.FaceCollection.DisassociateAnswer;
import io.vestibule.cloud.FaceCollection.Unassociated;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasing people and photos at the service, in an order that a failure at any place does not spoil.
class EraseStepsTest {

    private static final String ASSOCIATED = "ASSOCIATED_TO_AN_EXISTING_USER";

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

    private PersonId removed(PersonId person) {
        fixture.enrol().commands().remove(person);
        fixture.script.forget();
        return person;
    }

    /// As another program does.
    private void giveToAnotherUser(PersonId person, String face) {
        var faces = fixture.real().faces();
        faces.disassociate(EnrolFixture.COLLECTION, fixture.userOf(person), List.of(face), "other-1");
        faces.createUser(EnrolFixture.COLLECTION, "door-7", "other-2");
        faces.associate(EnrolFixture.COLLECTION, "door-7", List.of(face), 0, "other-3");
    }

    private List<String> facesInCollection() {
        return fixture.real().faces().listFaces(EnrolFixture.COLLECTION, Optional.empty()).stream()
                .map(face -> face.externalImageId())
                .toList();
    }

    @Test
    void facesGoBeforeTheirUserAndPhotosBeforeTheirRecords() {
        removed(fixture.enrol("Ana", fixture.photos(0).subList(0, 1)));
        fixture.passUndoWindow();
        assertThat(fixture.script.made())
                .containsExactly(
                        Call.DISASSOCIATE,
                        Call.LIST_FACES,
                        Call.DELETE_FACES,
                        Call.DELETE_USER,
                        Call.DELETE_PHOTO,
                        // Asked again: faces of the user, faces by their ids, the photo.
                        Call.LIST_FACES,
                        Call.LIST_FACES,
                        Call.LIST_PHOTOS);
    }

    @Test
    void whoHasNoPhotosIsErasedWithoutACallAboutFaces() {
        var ana = removed(fixture.save("Ana", List.of()));
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.script.made()).doesNotContain(Call.DELETE_FACES, Call.DISASSOCIATE);
    }

    @Test
    void aRecordStaysWhileTheBucketCannotBeReached() {
        var ana = removed(fixture.enrol("Ana", fixture.photos(0)));
        fixture.script.fail(Call.DELETE_PHOTO, new CloudFailure.Offline());
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isFalse();
        assertThat(fixture.usersAtService()).isEmpty();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(fixture.real().bucket().keys("")).isEmpty();
    }

    @Test
    void aLostAnswerOfAnyErasureIsRepeatedWithoutHarm() {
        var ana = removed(fixture.enrol("Ana", fixture.photos(0)));
        for (var call : List.of(Call.DISASSOCIATE, Call.DELETE_FACES, Call.DELETE_USER, Call.DELETE_PHOTO)) {
            fixture.script.loseAnswer(call);
        }
        fixture.passUndoWindow();
        for (int i = 0; i < 4; i++) {
            fixture.pass(Duration.ofSeconds(2));
        }
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(facesInCollection()).isEmpty();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    @Test
    void aFaceWhoseIndexAnswerWasLostIsErasedToo() {
        fixture.script.loseAnswer(Call.INDEX);
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        assertThat(facesInCollection()).hasSize(1);
        removed(ana);
        fixture.passUndoWindow();
        assertThat(facesInCollection()).isEmpty();
    }

    @Test
    void aFaceThatSomebodyElseHasMeanwhileIsTakenFromThem() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var face = fixture.faces(ana).getFirst().faceId().orElseThrow();
        giveToAnotherUser(ana, face);
        removed(ana);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(facesInCollection()).isEmpty();
        assertThat(fixture.usersAtService()).containsExactly("door-7");
    }

    /// As after a merge that a kill cut off: the photo is the other person's, and its face is still the former user's.
    @Test
    void anErasedPhotoIsTakenFromWhomeverHasItsFace() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        var photo = fixture.photosOf(ana).getLast();
        var face = fixture.face(photo).faceId().orElseThrow();
        giveToAnotherUser(ana, face);
        assertThat(fixture.perform(EnrolStep.ERASE_PHOTO, photo).state()).isEqualTo(StepState.DONE);
        assertThat(facesInCollection()).doesNotContain(photo.toString()).isNotEmpty();
        assertThat(fixture.people().photos().find(photo)).isEmpty();
    }

    @Test
    void aFaceThatTheServiceKeepsIsForAPersonToDecideAndThePersonStays() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var face = fixture.faces(ana).getFirst().faceId().orElseThrow();
        var kept = new Unassociated(face, Optional.empty(), Optional.empty(), List.of(ASSOCIATED));
        removed(ana);
        fixture.script.answer(Call.DELETE_FACES, new DeleteFacesAnswer(List.of(), List.of(kept)));
        fixture.script.answer(Call.DELETE_FACES, new DeleteFacesAnswer(List.of(), List.of(kept)));
        fixture.passUndoWindow();
        assertThat(fixture.journal().openStepsFor(ana.toString()).getFirst()).satisfies(step -> {
            assertThat(step.kind()).isEqualTo(EnrolStep.DELETE_FACES.key());
            assertThat(step.state()).isEqualTo(StepState.PARKED);
            assertThat(step.problem().orElseThrow().code()).isEqualTo("enrol.face-still-associated");
        });
        assertThat(fixture.isGone(ana)).isFalse();
        assertThat(fixture.script.made()).doesNotContain(Call.DELETE_USER);
    }

    @Test
    void facesThatOthersGaveTheUserGoWithIt() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        var faces = fixture.real().faces();
        var bytes = new ImageSource.Bytes(fixture.photos(0).get(1).photo().bytes());
        var other = faces.index(EnrolFixture.COLLECTION, bytes, "door-7", 1, QualityFilter.AUTO)
                .indexed()
                .getFirst()
                .faceId();
        faces.associate(EnrolFixture.COLLECTION, fixture.userOf(ana), List.of(other), 0, "other");
        removed(ana);
        fixture.passUndoWindow();
        assertThat(facesInCollection()).isEmpty();
    }

    @Test
    void aUserThatIsGoneAlreadyIsNoObstacle() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        fixture.real().faces().deleteUser(EnrolFixture.COLLECTION, fixture.userOf(ana), "other");
        removed(ana);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
        assertThat(facesInCollection()).isEmpty();
    }

    @Test
    void aLimitOrAFailureOfTheServiceKeepsTheRecordUntilItIsOver() {
        var ana = removed(fixture.enrol("Ana", fixture.photos(0).subList(0, 1)));
        fixture.script.fail(Call.DISASSOCIATE, new CloudFailure.Denied("DisassociateFaces"));
        fixture.passUndoWindow();
        assertThat(fixture.journal().openProblemCodes()).containsExactly("cloud.denied");
        assertThat(fixture.isGone(ana)).isFalse();
        fixture.enrol().jobs().retryAll();
        fixture.work();
        assertThat(fixture.isGone(ana)).isTrue();
    }

    @Test
    void erasingWhatIsGoneIsDone() {
        for (var kind : List.of(
                EnrolStep.DISASSOCIATE, EnrolStep.DELETE_FACES, EnrolStep.DELETE_USER, EnrolStep.DELETE_PERSON)) {
            assertThat(fixture.perform(kind, PersonId.mint()).state()).isEqualTo(StepState.DONE);
        }
        for (var kind : List.of(EnrolStep.ERASE_PHOTO, EnrolStep.DROP_REPLACED)) {
            assertThat(fixture.perform(kind, PhotoId.mint()).state()).isEqualTo(StepState.DONE);
        }
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void aPhotoThatTheServiceRefusedIsErasedFromTheBucketAlone() {
        var blank = SamplePhotos.blank(fixture.photos(0).getFirst());
        var ana = fixture.enrol("Ana", List.of(fixture.photos(0).getFirst(), blank));
        var refused = fixture.photosOf(ana).getLast();
        fixture.script.forget();
        fixture.perform(EnrolStep.ERASE_PHOTO, refused);
        assertThat(fixture.script.made()).containsExactly(Call.DELETE_PHOTO);
        assertThat(fixture.people().photos().find(refused)).isEmpty();
    }

    @Test
    void moreThanAHundredFacesAreTakenFromAUserInSeveralCallsOfDifferentTokens() {
        var answer = new DisassociateAnswer(List.of(), List.of(), List.of(), "ACTIVE");
        IntStream.range(0, 3).forEach(_ -> fixture.script.answer(Call.DISASSOCIATE, answer));
        var step = new Step(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                EnrolStep.DISASSOCIATE.key(),
                "subject",
                StepState.RUNNING,
                Instant.EPOCH,
                0,
                "token",
                Optional.empty());
        var faces = IntStream.range(0, 201)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        new FaceErasure(fixture.service().faces()).disassociate(step, "user", EnrolFixture.COLLECTION, faces);
        assertThat(fixture.script.made()).containsExactly(Call.DISASSOCIATE, Call.DISASSOCIATE, Call.DISASSOCIATE);
        assertThat(fixture.script.tokens()).doesNotHaveDuplicates();
    }

    @Test
    void noFacesMakeNoCall() {
        var step = fixture.perform(EnrolStep.ERASE_PHOTO, PhotoId.mint());
        var erasure = new FaceErasure(fixture.service().faces());
        erasure.disassociate(step, "user", EnrolFixture.COLLECTION, List.of());
        erasure.delete(step, EnrolFixture.COLLECTION, List.of());
        assertThat(fixture.script.made()).isEmpty();
    }
}
