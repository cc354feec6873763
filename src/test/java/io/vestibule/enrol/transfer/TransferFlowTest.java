package io.vestibule.enrol.transfer;

import static io.vestibule.fixture.GuardAssertions.assertNeedsSignIn;
import static io.vestibule.fixture.GuardAssertions.assertNotAllowed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.EnrolmentStatusEvaluator;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SecondService;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Enrolling everybody into the collection of another service, from the photos that were kept.
class TransferFlowTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private EnrolFixture fixture;
    private SecondService second;
    private PersonId ana;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        second = SecondService.open(elsewhere);
        ana = fixture.enrol("Ana", fixture.photos(0));
        fixture.save("Bo", List.of());
        fixture.use(second.service());
    }

    @AfterEach
    void close() {
        fixture.close();
        second.close();
    }

    private TransferFlow flow() {
        return new TransferFlow(fixture.records(), fixture.collections());
    }

    private State standing() {
        return new EnrolmentStatusEvaluator(
                        fixture.records(),
                        fixture.collections(),
                        fixture.enrol().comparable())
                .statusOf(fixture.person(ana))
                .state();
    }

    @Test
    void thePlanCountsWhoHasPhotosAndWhatTheCallsCost() {
        assertThat(flow().plan()).isEqualTo(new TransferFlow.Plan(1, 3, new BigDecimal("0.0050")));
    }

    @Test
    void whereNobodyIsAbsentThereIsNothingToDo() {
        fixture.useEmbedded();
        assertThat(flow().plan().people()).isZero();
        assertThat(flow().plan().photos()).isZero();
        assertThat(flow().begin()).isZero();
        assertThat(fixture.journal().openSteps(10)).isEmpty();
    }

    @Test
    void aPlanWithoutAnAnswerOfTheServiceSaysSo() {
        fixture.script.fail(Call.CREATE_COLLECTION, new CloudFailure.Offline());
        assertThatThrownBy(() -> flow().plan()).isInstanceOf(CloudException.class);
    }

    @Test
    void everybodyIsEnrolledFromThePhotosOfTheBucketBefore() {
        assertThat(standing()).isEqualTo(State.ELSEWHERE);
        assertThat(flow().begin()).isEqualTo(1);
        assertThat(standing()).isEqualTo(State.SAVING);
        fixture.work();
        assertThat(standing()).isEqualTo(State.SEARCHABLE);
        assertThat(fixture.states(ana)).hasSize(3).containsOnly(FaceState.ASSOCIATED);
        assertThat(second.service().bucket().keys("")).hasSize(3);
        assertThat(fixture.real().bucket().keys(""))
                .as("nothing is erased by that")
                .hasSize(3);
    }

    @Test
    void whoIsOnTheirWayIsNotBegunAgain() {
        flow().begin();
        assertThat(flow().begin()).isZero();
        assertThat(flow().plan().people()).isZero();
    }

    @Test
    void theBeginningIsWrittenInTheLog() {
        flow().begin();
        assertThat(fixture.actions(fixture.collection())).containsExactly("collection.transfer");
        assertThat(fixture.lastEntry().operator()).contains(fixture.operator());
    }

    @Test
    void transferringIsForAdministratorsAlone() {
        fixture.collection();
        assertNotAllowed(fixture, Role.MANAGER, Permission.MANAGE_SETTINGS, () -> flow().begin());
        assertNeedsSignIn(fixture, () -> flow().begin());
    }

    @Test
    void whoIsHiddenIsNotTransferred() {
        fixture.enrol().commands().remove(ana);
        assertThat(flow().plan().people()).isZero();
        assertThat(flow().begin()).isZero();
    }

    @Test
    void aHiddenPhotoIsNotTransferred() {
        fixture.enrol().commands().removePhoto(fixture.photosOf(ana).getFirst());
        assertThat(flow().plan().photos()).isEqualTo(2);
        flow().begin();
        fixture.work();
        assertThat(second.service().bucket().keys("")).hasSize(2);
    }

    @Test
    void onlyThePhotosThatAreAbsentAreSent() {
        flow().begin();
        fixture.work();
        fixture.useEmbedded();
        fixture.enrol().enrol().addPhotos(ana, fixture.freshPhotos().subList(0, 1));
        fixture.work();
        fixture.use(second.service());
        assertThat(flow().plan().photos()).isEqualTo(1);
        flow().begin();
        fixture.work();
        assertThat(fixture.states(ana)).hasSize(4).containsOnly(FaceState.ASSOCIATED);
    }

    @Test
    void aPhotoThatIsNowhereAnyMoreIsForAPersonToDecide() {
        var photo = fixture.photosOf(ana).getFirst();
        var key = fixture.people().photos().find(photo).orElseThrow().key();
        fixture.real().bucket().delete(key);
        flow().begin();
        fixture.work();
        assertThat(fixture.journal().openStepsFor(photo.toString()).getFirst()).satisfies(step -> {
            assertThat(step.state()).isEqualTo(StepState.PARKED);
            assertThat(step.problem().orElseThrow().code()).isEqualTo("enrol.photo-lost");
        });
        assertThat(standing()).isEqualTo(State.STUCK);
    }

    @Test
    void aPhotoThatLiesThereAlreadyIsNotSentAgain() {
        var photo = fixture.photosOf(ana).getFirst();
        var key = fixture.people().photos().find(photo).orElseThrow().key();
        second.service().bucket().put(key, fixture.real().bucket().get(key).orElseThrow());
        flow().begin();
        fixture.script.forget();
        fixture.work();
        assertThat(fixture.script.made()).filteredOn(Call.PUT_PHOTO::equals).hasSize(2);
    }

    @Test
    void aPhotoThatWasRemovedMeanwhileIsNotCarried() {
        flow().begin();
        var photo = fixture.photosOf(ana).getFirst();
        fixture.enrol().commands().removePhoto(photo);
        fixture.script.forget();
        assertThat(fixture.perform(EnrolStep.CARRY_PHOTO, photo).state()).isEqualTo(StepState.DONE);
        assertThat(fixture.perform(EnrolStep.CARRY_PHOTO, PhotoId.mint()).state())
                .isEqualTo(StepState.DONE);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void whatALostConnectionInterruptsGoesOn() {
        flow().begin();
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.Offline());
        fixture.work();
        assertThat(standing()).isEqualTo(State.WAITING);
        fixture.pass(Duration.ofSeconds(1));
        assertThat(standing()).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void aPhotoThatNeverReachedTheBucketBeforeIsCarriedFromHere() {
        fixture.useEmbedded();
        var cy = fixture.save("Cy", fixture.photos(1).subList(0, 1));
        fixture.use(second.service());
        flow().begin();
        fixture.perform(EnrolStep.CARRY_PHOTO, fixture.photosOf(cy).getFirst());
        assertThat(second.service().bucket().keys("")).hasSize(1);
        assertThat(fixture.people().photos().pendingUpload(fixture.photosOf(cy).getFirst()))
                .isEmpty();
    }
}
