package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vestibule.local.engine.EngineSamples;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A different SDK against the server: it does not share errors that both sides of our own program might have.
///
/// Amazon's SDK for JavaScript is installed into `target` by npm; if npm is missing, or no registry answers, the test
/// reports that and is skipped.
class JavaScriptSdkTest {

    private static final String SDK = "@aws-sdk/client-rekognition@3.1142.0";
    private static final Path FOLDER = Path.of("target", "javascript-sdk").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int CASES = 33;

    private record Ran(int exit, List<String> lines) {}

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theSuite() throws Exception {
        demand("node");
        demand("npm");
        install();
        var samples = samples();
        var lines = new ArrayList<String>();
        try (var serverFixture = ServerFixture.open(folder)) {
            faults(serverFixture.rekognitionFaultInjector);
            var ran = run(
                    FOLDER,
                    Map.of(
                            "AWS_ACCESS_KEY_ID", serverFixture.key.id(),
                            "AWS_SECRET_ACCESS_KEY", serverFixture.key.secret(),
                            "AWS_EC2_METADATA_DISABLED", "true"),
                    List.of(
                            "node",
                            FOLDER.resolve("suite.mjs").toString(),
                            serverFixture.server.endpoint().toString(),
                            samples.toString(),
                            "ListCollections"));
            ran.lines().stream().filter(line -> line.matches("(not )?ok .*")).forEach(lines::add);
            assertThat(ran.exit()).as(String.join("\n", ran.lines())).isZero();
        }
        assertThat(lines).hasSize(CASES);
        return lines.stream()
                .map(line -> dynamicTest(
                        line.replaceFirst("^(not )?ok ", "").replaceFirst(": .*", ""),
                        () -> assertThat(line).startsWith("ok ")));
    }

    /// In the order in which the test suite runs into them.
    private static void faults(RekognitionFaultInjector rekognitionFaultInjector) {
        rekognitionFaultInjector.failNext("ListCollections", 1, new RekognitionFault.Slow(Duration.ZERO));
        rekognitionFaultInjector.failNext("ListCollections", 1, RekognitionFault.THROTTLED);
        rekognitionFaultInjector.failNext("ListUsers", 2, new RekognitionFault.Slow(Duration.ZERO));
        rekognitionFaultInjector.failNext(
                "ListUsers", 1, new RekognitionFault.Refused(400, "AccessDeniedException", "not authorized"));
        rekognitionFaultInjector.failNext(
                "ListUsers", 1, new RekognitionFault.Refused(400, "ThrottlingException", "Slow down"));
        rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.THROTTLED_AS_500);
        rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.INTERNAL);
    }

    private static void demand(String program) {
        var found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!found) {
            abort("The suite of the JavaScript SDK was skipped: there is no " + program + " here.");
        }
    }

    private static void install() throws IOException {
        Files.createDirectories(FOLDER);
        try (var suite = JavaScriptSdkTest.class.getResourceAsStream("suite.mjs")) {
            Files.copy(Objects.requireNonNull(suite), FOLDER.resolve("suite.mjs"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.isDirectory(FOLDER.resolve("node_modules/@aws-sdk/client-rekognition"))) {
            return;
        }
        var npm = run(
                FOLDER,
                Map.of(),
                List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "--ignore-scripts", SDK));
        if (npm.exit() != 0) {
            abort("The suite of the JavaScript SDK was skipped: npm could not install " + SDK + ".");
        }
    }

    /// The shipped photos and one that is too wide.
    private Path samples() throws IOException {
        var target = Files.createDirectories(folder.resolve("samples"));
        for (var name : List.of(
                "sample-person-1/1.jpg",
                "sample-person-1/2.jpg",
                "sample-person-2/1.jpg",
                "sample-person-1-probe.jpg",
                "stranger.jpg",
                "group.jpg")) {
            var file = target.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, EngineSamples.bytes(name));
        }
        Files.write(
                target.resolve("wide.png"),
                EngineSamples.encoded(new BufferedImage(10_001, 80, BufferedImage.TYPE_BYTE_GRAY), "png"));
        return target;
    }

    private static Ran run(Path in, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            return assertTimeoutPreemptively(LONGEST, () -> {
                try (var out = process.inputReader()) {
                    var lines = out.lines().toList();
                    return new Ran(process.waitFor(), lines);
                }
            });
        } finally {
            process.destroyForcibly();
        }
    }
}
