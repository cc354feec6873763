package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection.UserMatch;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search that comes first where nobody could be asked before saving.
class SearchStepsTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId ana;
    private PersonId anna;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.enrol("Ana", fixture.photos(0));
        anna = fixture.save("Anna", fixture.freshPhotos());
        fixture.script.forget();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Step search() {
        return fixture.perform(EnrolStep.SEARCH_FIRST, anna);
    }

    @Test
    void whomItFindsIsForAPersonToDecide() {
        var step = search();
        assertThat(step.state()).isEqualTo(StepState.PARKED);
        assertThat(step.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("enrol.looks-enrolled");
            assertThat(problem.args())
                    .hasSize(3)
                    .startsWith(ana.toString())
                    .endsWith(fixture.real().faces().scoreScale());
        });
        assertThat(fixture.script.made()).containsExactly(Call.SEARCH_USERS);
    }

    @Test
    void itWaitsWhileTheServiceCannotBeAsked() {
        fixture.script.fail(Call.SEARCH_USERS, new CloudFailure.Offline());
        assertThat(search().state()).isEqualTo(StepState.WAITING);
    }

    @Test
    void aPhotoThatLiesInTheBucketAlreadyIsReadFromThere() {
        fixture.photosOf(anna).forEach(photo -> fixture.perform(EnrolStep.STORE_PHOTO, photo));
        fixture.script.forget();
        assertThat(search().state()).isEqualTo(StepState.PARKED);
        assertThat(fixture.script.made()).containsExactly(Call.GET_PHOTO, Call.SEARCH_USERS);
    }

    @Test
    void whoeverWasSaidToBeSomebodyElseIsNotAskedAboutAgain() {
        fixture.people().persons().setLookAlike(ana, anna, fixture.operator(), fixture.clock.instant());
        assertThat(search().state()).isEqualTo(StepState.DONE);
    }

    @Test
    void whoWasRemovedIsNotAskedAbout() {
        fixture.enrol().commands().remove(ana);
        assertThat(search().state()).isEqualTo(StepState.DONE);
    }

    @Test
    void nobodyIsMistakenForThemselves() {
        var own = new UserMatch(fixture.userOf(anna), "ACTIVE", 100);
        fixture.script.answer(Call.SEARCH_USERS, List.of(own));
        assertThat(search().state()).isEqualTo(StepState.DONE);
    }

    @Test
    void usersWhomOthersPutIntoTheCollectionAreNobodyToAskAbout() {
        fixture.script.answer(Call.SEARCH_USERS, List.of(new UserMatch("door-7", "ACTIVE", 99)));
        assertThat(search().state()).isEqualTo(StepState.DONE);
    }

    @Test
    void theBestMatchThatIsOneIsAskedAbout() {
        var matches = List.of(
                new UserMatch("door-7", "ACTIVE", 99),
                new UserMatch(fixture.userOf(anna), "ACTIVE", 98),
                new UserMatch(fixture.userOf(ana), "ACTIVE", 97));
        fixture.script.answer(Call.SEARCH_USERS, matches);
        assertThat(search().problem().orElseThrow().args()).startsWith(ana.toString(), "97.0");
    }

    @Test
    void somebodyWithoutPhotosIsNotSearchedFor() {
        var cy = fixture.save("Cy", List.of());
        assertThat(fixture.perform(EnrolStep.SEARCH_FIRST, cy).state()).isEqualTo(StepState.DONE);
        assertThat(fixture.script.made()).isEmpty();
    }
}
