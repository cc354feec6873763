package io.vestibule.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.fixture.Call;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.fixture.SecondService;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.EnrolmentStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a person stands, from their photos, what the service said last, and what the journal has to do.
class EnrolmentStatusEvaluatorTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private EnrolFixture fixture;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private EnrolmentStatus of(PersonId person) {
        return new EnrolmentStatusEvaluator(
                        fixture.records(),
                        fixture.collections(),
                        fixture.enrol().comparable())
                .statusOf(fixture.person(person));
    }

    private List<DraftPhoto> one() {
        return fixture.photos(0).subList(0, 1);
    }

    @Test
    void withoutPhotosThereIsNoPhoto() {
        assertThat(of(fixture.save("Ana", List.of())).state()).isEqualTo(State.NO_PHOTO);
    }

    @Test
    void whatWasNotSentYetIsBeingSaved() {
        assertThat(of(fixture.save("Ana", one())).state()).isEqualTo(State.SAVING);
    }

    @Test
    void whoWaitsIsToldForWhat() {
        fixture.script.fail(Call.INDEX, new CloudFailure.Throttled("IndexFaces"));
        var ana = fixture.enrol("Ana", one());
        assertThat(of(ana).state()).isEqualTo(State.WAITING);
        assertThat(of(ana).problem()).contains(Problem.of("cloud.throttled", "IndexFaces"));
    }

    @Test
    void whoIsStuckIsToldWhy() {
        fixture.script.fail(Call.CREATE_USER, new CloudFailure.Denied("CreateUser"));
        var ana = fixture.enrol("Ana", one());
        assertThat(of(ana).state()).isEqualTo(State.STUCK);
        assertThat(of(ana).problem()).contains(Problem.of("cloud.denied", "CreateUser"));
    }

    @Test
    void whatIsStuckCountsMoreThanWhatWaits() {
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.DiskError());
        var ana = fixture.enrol("Ana", one());
        fixture.script.fail(Call.PUT_PHOTO, new CloudFailure.Offline());
        fixture.enrol().enrol().addPhotos(ana, fixture.photos(0).subList(1, 2));
        fixture.work();
        assertThat(of(ana).problem()).contains(Problem.of("cloud.disk"));
    }

    @Test
    void whomTheServiceIsWorkingInIsUpdating() {
        fixture.close();
        fixture =
                EnrolFixture.open(folder.resolve("slow"), EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(20)));
        var ana = fixture.enrol("Ana", one());
        assertThat(of(ana)).isEqualTo(new EnrolmentStatus(State.UPDATING, Optional.empty()));
    }

    @Test
    void whoHasAFaceInUseIsFound() {
        assertThat(of(fixture.enrol("Ana", fixture.photos(0))).state()).isEqualTo(State.SEARCHABLE);
    }

    @Test
    void whoIsFoundThoughAPhotoWasRefusedNeedsALook() {
        var ana = fixture.enrol("Ana", List.of(one().getFirst(), SamplePhotos.blank(one().getFirst())));
        assertThat(of(ana).state()).isEqualTo(State.NEEDS_ATTENTION);
    }

    @Test
    void whoseOnlyPhotoWasNotGivenToThemNeedsALook() {
        fixture.script.fail(Call.ASSOCIATE, new CloudFailure.LimitReached("AssociateFaces"));
        var ana = fixture.enrol("Ana", one());
        assertThat(of(ana).state()).isEqualTo(State.NEEDS_ATTENTION);
    }

    @Test
    void whoseEveryPhotoWasRefusedNeedsAnother() {
        var ana = fixture.enrol("Ana", List.of(SamplePhotos.blank(one().getFirst())));
        assertThat(of(ana).state()).isEqualTo(State.NEEDS_PHOTO);
    }

    @Test
    void whoIsInAnotherCollectionIsElsewhere() {
        var ana = fixture.enrol("Ana", one());
        try (var second = SecondService.open(elsewhere)) {
            fixture.use(second.service());
            assertThat(of(ana).state()).isEqualTo(State.ELSEWHERE);
        }
        fixture.useEmbedded();
    }

    @Test
    void aHiddenPhotoDoesNotCount() {
        var ana = fixture.enrol("Ana", List.of(one().getFirst(), SamplePhotos.blank(one().getFirst())));
        fixture.enrol().commands().removePhoto(fixture.photosOf(ana).getLast());
        assertThat(of(ana).state()).isEqualTo(State.SEARCHABLE);
    }
}
