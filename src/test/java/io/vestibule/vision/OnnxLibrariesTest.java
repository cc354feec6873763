package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxLibrariesTest {

    @TempDir
    Path temporary;

    private Path leftBehind(String name, String file, Duration age) throws Exception {
        var folder = Files.createDirectory(temporary.resolve(name));
        Files.createFile(folder.resolve(file));
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
        return folder;
    }

    @Test
    void deletesWhatKilledProcessesLeftAndNothingElse() throws Exception {
        var old = leftBehind("onnxruntime-java1", "libonnxruntime.so", Duration.ofDays(2));
        var young = leftBehind("onnxruntime-java2", "libonnxruntime.so", Duration.ofHours(1));
        var foreign = leftBehind("onnxruntime-java3", "letter.txt", Duration.ofDays(2));
        OnnxLibraries.deleteLeftBehind(temporary, Instant.now());
        assertThat(old).doesNotExist();
        assertThat(young).isDirectory();
        assertThat(foreign).isDirectory();
    }
}
