package io.vestibule.proof;

import io.vestibule.app.wiring.DamageProof;
import io.vestibule.app.wiring.KillProof;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// `mvn -Pproof`: kills the program at random moments, damages its files, then fuzzes every door through which bytes
/// of others come in. Prints a line for each part. Exit code 0 if all of them hold, else 1.
public final class Proof {

    private static final Path REPORTS = Path.of("target", "proof");

    /// Of a fuzzed process. The heap is small, so that a leak or a bomb ends it.
    private static final String HEAP = "-Xmx512m";

    private final PrintStream out;
    private boolean holds = true;

    private Proof(PrintStream out) {
        this.out = out;
    }

    /// @param arguments number of kills, places where each file is damaged, and minutes of fuzzing a target; each may
    /// be 0
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        int places = Integer.parseInt(arguments[1]);
        var time = Duration.ofMinutes(Long.parseLong(arguments[2]));
        Files.createDirectories(REPORTS);
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            var proof = new Proof(out);
            long seed = System.nanoTime();
            if (kills > 0) {
                proof.part(
                        "%d kills, seed %d".formatted(kills, seed),
                        () -> KillProof.run(kills, seed, proof.out::println) + " changes, all sides agree");
            }
            if (places > 0) {
                proof.part(
                        "%d places of each file, seed %d".formatted(places, seed), () -> DamageProof.run(places, seed));
            }
            if (time.isPositive()) {
                for (var target : FuzzTarget.values()) {
                    proof.part("fuzz " + target, () -> fuzz(target, time));
                }
            }
            if (!proof.holds) {
                System.exit(1);
            }
        }
    }

    private void part(String name, Callable<String> work) {
        long begun = System.nanoTime();
        String outcome;
        try {
            outcome = work.call();
        } catch (Exception | AssertionError e) {
            holds = false;
            outcome = "FAILED: " + e;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        out.printf(Locale.ROOT, "%-40s %6d s  %s%n", name, seconds, outcome);
    }

    /// In a process of its own: a decoder in native code that crashes takes nothing else with it.
    private static String fuzz(FuzzTarget target, Duration time) throws IOException, InterruptedException {
        var folder = Files.createDirectories(REPORTS.resolve(target.name().toLowerCase(Locale.ROOT)));
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (var seed : target.seeds()) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        var report = folder.resolve("report.txt");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.type().getName(),
                        "--instrumentation_includes=io.vestibule.**:com.twelvemonkeys.**:tools.jackson.**",
                        "-max_total_time=" + time.toSeconds(),
                        "-max_len=65536",
                        "-timeout=30",
                        "-artifact_prefix=" + folder + "/",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        int code = process.waitFor();
        var lines = Files.readAllLines(report, StandardCharsets.ISO_8859_1);
        if (code != 0) {
            var exception = lines.stream()
                    .filter(line -> line.startsWith("== "))
                    .findFirst()
                    .orElse("exit code " + code);
            throw new IOException(exception + ", see " + report);
        }
        return lines.stream()
                .filter(line -> line.startsWith("Done "))
                .findFirst()
                .orElse("no figures in " + report);
    }
}
