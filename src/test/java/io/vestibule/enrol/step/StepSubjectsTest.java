package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a step about a photo or a person is performed.
class StepSubjectsTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private StepSubjects subjects;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        subjects = new StepSubjects(fixture.people(), fixture.collections());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private StepOutcome perform(Object subject) {
        var step = new Step(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                EnrolStep.STORE_PHOTO.key(),
                subject.toString(),
                StepState.RUNNING,
                Instant.EPOCH,
                0,
                "token",
                Optional.empty());
        return subjects.withPhoto(step, (_, _) -> new StepOutcome.Done());
    }

    @Test
    void aPhotoThatIsHiddenIsSkippedAndOneThatIsGoneIsDone() {
        var ana = fixture.save("Ana", fixture.photos(0).subList(0, 2));
        var first = fixture.photosOf(ana).getFirst();
        var second = fixture.photosOf(ana).getLast();
        assertThat(perform(first)).isInstanceOf(StepOutcome.Done.class);
        fixture.enrol().commands().removePhoto(first);
        assertThat(perform(first)).isInstanceOf(StepOutcome.Skipped.class);
        fixture.enrol().commands().remove(ana);
        assertThat(perform(second)).isInstanceOf(StepOutcome.Skipped.class);
        assertThat(perform(PhotoId.mint())).isInstanceOf(StepOutcome.Done.class);
    }
}
