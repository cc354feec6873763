package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.FaceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One face to the user of the person whose photo it is, wherever it is now.
class MoveStepsTest {

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
        fixture.script.forget();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private StepState perform(EnrolStep kind) {
        return fixture.perform(kind, photo).state();
    }

    private void move() {
        fixture.enrol().commands().move(photo, bo);
    }

    @Test
    void aFaceThatIsWithItsOwnPersonIsLeftAlone() {
        for (var kind :
                List.of(EnrolStep.FREE_FACE, EnrolStep.JOIN_FACE, EnrolStep.RETURN_FACE, EnrolStep.ACCEPT_FACE)) {
            assertThat(perform(kind)).isEqualTo(StepState.DONE);
        }
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void aMovedFaceIsTakenFromWhoHadItAndFree() {
        move();
        assertThat(fixture.face(photo).holder()).contains(fixture.userOf(ana));
        perform(EnrolStep.FREE_FACE);
        assertThat(fixture.face(photo).holder()).isEmpty();
        assertThat(fixture.facesAtService(ana)).doesNotContain(photo.toString());
        assertThat(fixture.facesAtService(bo)).doesNotContain(photo.toString());
    }

    /// The photo is moved while the association with its former person waits for a retry.
    @Test
    void aFaceWhoseAssociationHadNoAnswerIsTakenFromTheFormerPerson() {
        fixture.script.loseAnswer(Call.ASSOCIATE);
        var cem = fixture.save("Cem", fixture.photos(1).subList(0, 1));
        fixture.work();
        photo = fixture.photosOf(cem).getFirst();
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.INDEXED);
        assertThat(fixture.face(photo).holder()).isEmpty();
        assertThat(fixture.facesAtService(cem)).contains(photo.toString());
        move();
        perform(EnrolStep.FREE_FACE);
        assertThat(fixture.facesAtService(cem)).doesNotContain(photo.toString());
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EnrolKeys.MIN_SIMILARITY);
        perform(EnrolStep.JOIN_FACE);
        assertThat(fixture.face(photo).reasons()).doesNotContain("ASSOCIATED_TO_A_DIFFERENT_USER");
    }

    @Test
    void aFaceOfAUserThatIsGoneIsFree() {
        move();
        fixture.script.fail(Call.DISASSOCIATE, new CloudFailure.NotFound("DisassociateFaces"));
        assertThat(perform(EnrolStep.FREE_FACE)).isEqualTo(StepState.DONE);
        assertThat(fixture.face(photo).holder()).isEmpty();
    }

    @Test
    void aFaceThatCannotBeTakenNowIsStillHeld() {
        move();
        fixture.script.fail(Call.DISASSOCIATE, new CloudFailure.Offline());
        assertThat(perform(EnrolStep.FREE_FACE)).isEqualTo(StepState.WAITING);
        assertThat(fixture.face(photo).holder()).contains(fixture.userOf(ana));
    }

    @Test
    void aFreeFaceIsGivenToItsPerson() {
        move();
        perform(EnrolStep.FREE_FACE);
        perform(EnrolStep.JOIN_FACE);
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.facesAtService(bo)).contains(photo.toString());
    }

    @Test
    void aFaceThatFoundNoRoomIsTriedAgainAndOneThatMatchedTooLittleIsNot() {
        fixture.script.fail(Call.ASSOCIATE, new CloudFailure.LimitReached("AssociateFaces"));
        move();
        perform(EnrolStep.FREE_FACE);
        perform(EnrolStep.JOIN_FACE);
        assertThat(fixture.face(photo).reasons()).containsExactly("USER_FULL");
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EnrolKeys.MAX_SIMILARITY);
        perform(EnrolStep.JOIN_FACE);
        assertThat(fixture.face(photo).reasons()).containsExactly("LOW_MATCH_CONFIDENCE");
        fixture.script.forget();
        perform(EnrolStep.JOIN_FACE);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void whatMatchedTooLittleIsAcceptedAtTheConfidenceThatItHas() {
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EnrolKeys.MAX_SIMILARITY);
        move();
        fixture.work();
        var confidence = fixture.face(photo).confidence().orElseThrow();
        assertThat(confidence).isBetween(75f, 99.9999f);
        perform(EnrolStep.ACCEPT_FACE);
        assertThat(fixture.face(photo).state()).isEqualTo(FaceState.ASSOCIATED);
        assertThat(fixture.facesAtService(bo)).contains(photo.toString());
    }

    @Test
    void whoWasMergedWaitsForAFaceThatIsStillOnItsWay() {
        move();
        var step = fixture.perform(EnrolStep.CHECK_JOINED, photo);
        assertThat(step.state()).isEqualTo(StepState.WAITING);
        assertThat(step.problem().orElseThrow().code()).isEqualTo("enrol.still-joining");
        assertThat(step.due()).isEqualTo(fixture.clock.instant().plus(Duration.ofSeconds(1)));
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void whoWasMergedWaitsForADecisionAboutAFaceThatWasRefused() {
        fixture.application().storage().settings().set(EnrolKeys.ASSOCIATE, EnrolKeys.MAX_SIMILARITY);
        move();
        fixture.work();
        var step = fixture.perform(EnrolStep.CHECK_JOINED, photo);
        assertThat(step.state()).isEqualTo(StepState.PARKED);
        assertThat(step.problem().orElseThrow().code()).isEqualTo("enrol.merge-refused");
    }

    @Test
    void whoWasMergedDoesNotWaitForAFaceThatHasArrivedOrIsGone() {
        assertThat(perform(EnrolStep.CHECK_JOINED)).isEqualTo(StepState.DONE);
        assertThat(fixture.perform(EnrolStep.CHECK_JOINED, PhotoId.mint()).state())
                .isEqualTo(StepState.DONE);
    }
}
