package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SecondService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.change.PendingErasureStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasing what is left of people in a collection that was not in use when they went.
class PendingErasureStepsTest {

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
        ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
        fixture.use(second.service());
    }

    @AfterEach
    void close() {
        fixture.close();
        second.close();
    }

    private PendingErasureStore remains() {
        return new PendingErasureStore(fixture.application().storage().database());
    }

    private void removeElsewhere() {
        fixture.enrol().commands().remove(ana);
        fixture.passUndoWindow();
        assertThat(fixture.isGone(ana)).isTrue();
    }

    private Step waiting() {
        return fixture.journal().openSteps(10).getFirst();
    }

    @Test
    void whatCannotBeReachedWaitsAnHourForItsConnection() {
        removeElsewhere();
        assertThat(waiting().kind()).isEqualTo(EnrolStep.ERASE_ELSEWHERE.key());
        assertThat(waiting().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("enrol.waits-for-connection");
            assertThat(problem.args()).containsExactly("embedded", "local");
        });
        assertThat(waiting().due()).isEqualTo(fixture.clock.instant().plus(Duration.ofHours(1)));
        assertThat(fixture.usersAtService()).hasSize(1);
        assertThat(remains().all()).hasSize(1);
    }

    @Test
    void whatCanBeReachedAgainIsErasedAndWrittenInTheLog() {
        removeElsewhere();
        var left = remains().all().getFirst().id();
        fixture.useEmbedded();
        fixture.pass(Duration.ofHours(1));
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(fixture.real().bucket().keys("")).isEmpty();
        assertThat(remains().all()).isEmpty();
        assertThat(fixture.actions(left)).containsExactly("person.erased-elsewhere");
    }

    @Test
    void atTheNextStartNothingThatCanBeReachedWaitsAnyLonger() {
        removeElsewhere();
        var steps = new PendingErasureSteps(fixture.records(), fixture::reach);
        steps.retryReachable();
        assertThat(waiting().due()).isAfter(fixture.clock.instant());
        fixture.useEmbedded();
        steps.retryReachable();
        assertThat(waiting().due()).isEqualTo(fixture.clock.instant());
        fixture.work();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    @Test
    void aPhotoThatGoesLeavesThePersonWhereTheyWere() {
        fixture.enrol().commands().removePhoto(fixture.photosOf(ana).getLast());
        fixture.passUndoWindow();
        fixture.useEmbedded();
        fixture.pass(Duration.ofHours(1));
        assertThat(fixture.facesAtService(ana)).hasSize(1);
        assertThat(fixture.usersAtService()).hasSize(1);
        assertThat(fixture.real().bucket().keys("")).hasSize(1);
        assertThat(remains().all()).isEmpty();
    }

    @Test
    void aCollectionThatWasDeletedAsAWholeHasNothingLeft() {
        removeElsewhere();
        fixture.useEmbedded();
        fixture.script.fail(Call.LIST_FACES, new CloudFailure.CollectionGone("ListFaces"));
        fixture.script.fail(Call.DISASSOCIATE, new CloudFailure.CollectionGone("DisassociateFaces"));
        fixture.script.fail(Call.DELETE_FACES, new CloudFailure.CollectionGone("DeleteFaces"));
        fixture.script.fail(Call.DELETE_USER, new CloudFailure.CollectionGone("DeleteUser"));
        fixture.pass(Duration.ofHours(1));
        assertThat(remains().all()).isEmpty();
        assertThat(fixture.real().bucket().keys("")).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainAndNotForgotten() {
        removeElsewhere();
        fixture.useEmbedded();
        fixture.script.fail(Call.DELETE_USER, new CloudFailure.Busy("DeleteUser"));
        fixture.pass(Duration.ofHours(1));
        assertThat(remains().all()).hasSize(1);
        fixture.pass(Duration.ofMinutes(5));
        assertThat(remains().all()).isEmpty();
        assertThat(fixture.usersAtService()).isEmpty();
    }

    @Test
    void whoWasInNoOtherCollectionLeavesNothing() {
        fixture.useEmbedded();
        removeElsewhere();
        assertThat(remains().all()).isEmpty();
        assertThat(fixture.journal().openSteps(10)).isEmpty();
    }

    @Test
    void whatWasErasedAlreadyIsDone() {
        assertThat(fixture.perform(EnrolStep.ERASE_ELSEWHERE, UUID.randomUUID()).state())
                .isEqualTo(StepState.DONE);
    }
}
