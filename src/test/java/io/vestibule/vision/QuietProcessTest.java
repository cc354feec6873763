package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Newer versions of ONNX Runtime write telemetry to the user's cache folder and crash when the command line is long.
/// The version in use does neither; this test fails if an upgrade changes that.
class QuietProcessTest {

    private static final String ANSWER = "looked";

    /// Analyses once and returns without closing, like a program that fails.
    public static final class Look {

        private Look() {}

        public static void main(String[] args) throws IOException {
            var found = OnnxVision.open(ModelSet.shipped()).detect(new Pixels(8, 8, new int[64]), 0.7f);
            Files.writeString(Path.of(args[0]), ANSWER + found.size());
        }
    }

    @Test
    void a_process_that_looks_ends_by_itself_and_leaves_no_file(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path answer = folder.resolve("answer");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Look.class.getName(),
                answer.toString(),
                "x".repeat(6000));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ends by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        assertThat(answer).hasContent(ANSWER + 0);
        assertThat(filesIn(home)).isEmpty();
        assertThat(filesIn(temporary)).isEmpty();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
