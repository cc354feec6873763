package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.Terminal;
import io.vestibule.enrol.SampleFlow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCohortTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    private int cohort() throws Arguments.UsageException {
        var arguments = Arguments.of(List.of(
                "cohort",
                folder.resolve("photos").toString(),
                folder.resolve("own.f32").toString()));
        return RunCohort.run(arguments, new Terminal(stream, stream));
    }

    @Test
    void tooFewPeopleAreCountedAndNothingIsWritten() throws Exception {
        var photos = folder.resolve("photos");
        Files.createDirectories(photos.resolve("ana"));
        byte[] photo = SampleFlow.read(SampleFlow.PROBE);
        Files.write(photos.resolve("ana/1.jpg"), photo);
        Files.write(photos.resolve("ana/2.jpg"), photo);
        Files.write(photos.resolve("bea.jpg"), photo);
        Files.writeString(photos.resolve("notes.txt"), "no photo");
        assertThat(cohort()).isEqualTo(CommandFailure.UNUSABLE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Photos of 2 people were found; at least 400 are needed");
        assertThat(folder.resolve("own.f32")).doesNotExist();
    }

    @Test
    void aFolderThatIsMissingIsNamed() throws Exception {
        assertThat(cohort()).isEqualTo(CommandFailure.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("photos");
    }

    @Test
    void bothPathsAreNeeded() {
        assertThatThrownBy(() -> Arguments.of(List.of("cohort", "photos")))
                .isInstanceOf(Arguments.UsageException.class);
    }
}
