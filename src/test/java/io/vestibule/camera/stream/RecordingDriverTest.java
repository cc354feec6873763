package io.vestibule.camera.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.CameraTimeouts;
import io.vestibule.camera.FailoverCamera;
import io.vestibule.camera.Watching;
import io.vestibule.clip.ClipDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recording as the source of the live picture.
class RecordingDriverTest {

    private static final CameraTimeouts QUICK = new CameraTimeouts(Duration.ofSeconds(3), Duration.ofMillis(100));

    @TempDir
    private Path folder;

    @Test
    void aMissingRecordingIsReportedAndPlayedOnceItIsThere() throws Exception {
        Path file = folder.resolve("night.mp4");
        Watching watching = new Watching();
        try (FailoverCamera camera = new FailoverCamera(List.of(new RecordingDriver(file, new ClipDecoder())), QUICK)) {
            camera.start(Optional.empty(), watching);
            watching.failed(new CameraFailure.RecordingUnreadable());
            Files.copy(Path.of("src/test/resources/clip/hevc.mp4"), file);
            assertThat(watching.live().name()).isEqualTo("night.mp4");
            assertThat(watching.picture().width()).isEqualTo(480);
        }
    }
}
