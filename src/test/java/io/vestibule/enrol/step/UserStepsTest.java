package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Enrolment;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user of a person: made, given its faces, and looked at until it is ACTIVE.
class UserStepsTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder, EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Step following(PersonId person) {
        return fixture.journal().openStepsFor(person.toString()).getLast();
    }

    private Duration wait(PersonId person) {
        return Duration.between(fixture.clock.instant(), following(person).due());
    }

    @Test
    void withoutAFaceNoUserIsMadeAndTheJobEnds() {
        var blank = SamplePhotos.blank(fixture.photos(0).getFirst());
        Enrolment saved = fixture.enrol()
                .enrol()
                .save(fixture.visitor("Ana"), List.of(blank), new DuplicateDecision.NoDuplicate());
        fixture.work();
        assertThat(fixture.usersAtService()).isEmpty();
        assertThat(fixture.standing(saved.person())).isEqualTo(State.NEEDS_PHOTO);
        assertThat(fixture.journal().steps(saved.job().orElseThrow()))
                .filteredOn(step -> step.state() == StepState.DROPPED)
                .extracting(Step::kind)
                .containsExactly(
                        EnrolStep.ASSOCIATE_FIRST.key(), EnrolStep.ASSOCIATE_REST.key(), EnrolStep.FOLLOW_USER.key());
    }

    @Test
    void theUserIsMadeOnce() {
        var ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 1));
        fixture.script.forget();
        assertThat(fixture.perform(EnrolStep.CREATE_USER, ana).state()).isEqualTo(StepState.DONE);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        fixture.script.loseAnswer(Call.CREATE_USER);
        fixture.save("Ana", fixture.photos(0).subList(0, 1));
        fixture.work();
        fixture.pass(Duration.ofSeconds(1));
        var tokens = fixture.script.tokens();
        assertThat(tokens.get(0)).isEqualTo(tokens.get(1));
        assertThat(fixture.usersAtService()).hasSize(1);
    }

    @Test
    void afterAnAnswerTheNextAttemptHasANewToken() {
        fixture.script.fail(Call.CREATE_USER, new CloudFailure.Throttled("CreateUser"));
        fixture.save("Ana", fixture.photos(0).subList(0, 1));
        fixture.work();
        fixture.pass(Duration.ofSeconds(1));
        var tokens = fixture.script.tokens();
        assertThat(tokens.get(0)).isNotEqualTo(tokens.get(1));
    }

    @Test
    void oneFaceComesFirstAndTheOthersInOneCall() {
        fixture.enrol("Ana", fixture.photos(0));
        assertThat(fixture.script.made()).filteredOn(Call.ASSOCIATE::equals).hasSize(2);
    }

    @Test
    void aFaceThatIsRefusedFirstLeavesItsPlaceToTheNext() {
        var ana = fixture.save("Ana", fixture.photos(0));
        var first = fixture.photosOf(ana).getFirst();
        fixture.script.fail(Call.ASSOCIATE, new CloudFailure.LimitReached("AssociateFaces"));
        fixture.work();
        assertThat(fixture.face(first).reasons()).containsExactly("USER_FULL");
        assertThat(fixture.facesAtService(ana)).hasSize(2);
    }

    @Test
    void aUserIsLookedAtUntilItIsActive() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        assertThat(fixture.standing(ana)).isEqualTo(State.UPDATING);
        assertThat(following(ana).problem().orElseThrow().code()).isEqualTo("enrol.updating");
        fixture.clock.pass(Duration.ofSeconds(20));
        fixture.work();
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void theFirstLooksAreQuickAndNoneIsMoreThanFiveSecondsAfterTheOther() {
        var ana = fixture.enrol("Ana", fixture.photos(0));
        assertThat(wait(ana)).isEqualTo(Duration.ofMillis(200));
        fixture.pass(wait(ana));
        assertThat(wait(ana)).isEqualTo(Duration.ofMillis(400));
        for (int i = 0; i < 20 && fixture.standing(ana) == State.UPDATING; i++) {
            assertThat(wait(ana)).isLessThanOrEqualTo(Duration.ofSeconds(5));
            fixture.pass(wait(ana));
        }
        assertThat(fixture.standing(ana)).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void whoHasNoFaceInUseIsNotLookedAt() {
        var ana = fixture.save("Ana", List.of());
        assertThat(fixture.perform(EnrolStep.FOLLOW_USER, ana).state()).isEqualTo(StepState.DONE);
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void nothingIsDoneForSomebodyWhoIsGone() {
        for (var kind : List.of(
                EnrolStep.CREATE_USER, EnrolStep.ASSOCIATE_FIRST, EnrolStep.ASSOCIATE_REST, EnrolStep.FOLLOW_USER)) {
            assertThat(fixture.perform(kind, PersonId.mint()).state()).isEqualTo(StepState.DONE);
        }
        assertThat(fixture.script.made()).isEmpty();
    }

    @Test
    void theJobOfSomebodyWhoWasRemovedEnds() {
        var ana = fixture.save("Ana", List.of());
        fixture.enrol().commands().remove(ana);
        var job = fixture.journal()
                .add(
                        fixture.company().id(),
                        List.of(
                                new NewStep(EnrolStep.FOLLOW_USER, ana.toString()),
                                new NewStep(EnrolStep.ASSOCIATE_REST, ana.toString())),
                        Duration.ZERO);
        fixture.perform(job);
        assertThat(fixture.journal().steps(job))
                .extracting(Step::state)
                .containsExactly(StepState.DONE, StepState.DROPPED);
    }
}
