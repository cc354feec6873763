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

    private static final String PATH = "onnxruntime.native.path";

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

    /// A folder that is gone must not stay the place where this process looks for its libraries.
    @Test
    void unpacksNothingForADataFolderThatIsGoneAndOnceForOneThatIsThere() throws Exception {
        var before = System.getProperty(PATH);
        System.clearProperty(PATH);
        try {
            new OnnxLibraries(temporary.resolve("gone").resolve("native")).prepare();
            assertThat(System.getProperty(PATH)).isNull();
            assertThat(temporary).isEmptyDirectory();

            new OnnxLibraries(temporary.resolve("native")).prepare();
            assertThat(Path.of(System.getProperty(PATH)))
                    .startsWith(temporary)
                    .isDirectoryContaining(file -> file.getFileName().toString().contains("onnxruntime4j_jni"));
        } finally {
            System.clearProperty(PATH);
            if (before != null) {
                System.setProperty(PATH, before);
            }
        }
    }
}
