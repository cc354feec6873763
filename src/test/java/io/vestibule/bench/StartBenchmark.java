package io.vestibule.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/// The packaged program as a whole process, from its start until the Name field accepts a key: processor time, which
/// other load on the computer affects less than wall-clock time. Against [HelloWindow] with its own class cache,
/// created by the same Java VM with the same options and run alternately with it, and against itself without the
/// cache. Then its idle consumption. Needs the image that `mvn -Pdist package` leaves in `target/dist`; run by `mvn
/// -Pbench`, or by its `main`.
public final class StartBenchmark {

    private static final Path IMAGE = Path.of("target/dist/image/vestibule");
    private static final Pattern TOLD = Pattern.compile("after (\\d+) ms, and (\\d+) ms");
    private static final String WITHOUT_CACHE = "-XX:AOTMode=off";
    private static final int ROUNDS = 5;
    private static final long SETTLE = 20_000; // milliseconds until models and collections are loaded
    private static final long IDLE = 30_000; // milliseconds without input

    private final Path work;
    private final List<String> options;

    private StartBenchmark(Path work) throws IOException {
        this.work = work;
        try (var lines = Files.lines(IMAGE.resolve("lib/app/vestibule.cfg"))) {
            options = lines.filter(line -> line.startsWith("java-options=-XX:"))
                    .map(line -> line.substring("java-options=".length()))
                    .filter(option -> !option.startsWith("-XX:AOT"))
                    .toList();
        }
    }

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (!Files.isExecutable(IMAGE.resolve("bin/vestibule"))) {
            out.println("No image in target/dist: run mvn -Pdist package first");
            return;
        }
        var work = Files.createTempDirectory("vestibule-start");
        new StartBenchmark(work).run(out);
    }

    private void run(PrintStream out) throws IOException, InterruptedException {
        var data = work.resolve("data").toString();
        start(
                List.of(
                        program(),
                        "--tour",
                        "--data",
                        data,
                        "--output",
                        work.resolve("tour").toString()),
                "");
        var cached = List.of(program(), "--measure-start", "--data", data);
        var floor = baseline();
        var ours = new double[ROUNDS];
        var hello = new double[ROUNDS];
        var plain = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ours[i] = processor(start(cached, ""));
            hello[i] = processor(start(floor, ""));
            plain[i] = processor(start(cached, WITHOUT_CACHE));
        }
        double mine = median(ours);
        out.println(row("start, processor ms", "figure", "baseline", "ratio"));
        out.println(row("until a key : hello window with its cache", mine, median(hello)));
        out.println(row("until a key : the same without the cache", mine, median(plain)));
        idle(out, data);
    }

    /// A window with one field, and its own class cache.
    private List<String> baseline() throws IOException, InterruptedException {
        var jar = work.resolve("hello.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var name : List.of("HelloWindow", "HelloWindow$1")) {
                var path = "io/vestibule/bench/" + name + ".class";
                out.putNextEntry(new JarEntry(path));
                try (var in = StartBenchmark.class.getResourceAsStream("/" + path)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        var cache = work.resolve("hello.aot");
        var java = new ArrayList<>(List.of(IMAGE.resolve("lib/runtime/bin/java").toString()));
        java.addAll(options);
        java.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
        java.addAll(List.of("--add-modules", "javafx.controls", "-cp", jar.toString()));
        var training = new ArrayList<>(java);
        training.addAll(List.of("-XX:AOTCacheOutput=" + cache, HelloWindow.class.getName()));
        start(training, "");
        java.addAll(List.of("-XX:AOTCache=" + cache, HelloWindow.class.getName()));
        return java;
    }

    private void idle(PrintStream out, String data) throws IOException, InterruptedException {
        var process = new ProcessBuilder(program(), "--data", data)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("idle.txt").toFile())
                .start();
        try {
            Thread.sleep(SETTLE);
            double before = seconds(process);
            Thread.sleep(IDLE);
            out.println(row("idle, processor % : aim", (seconds(process) - before) * 100_000 / IDLE, 1));
            var status = Path.of("/proc", String.valueOf(process.pid()), "status");
            if (Files.exists(status)) {
                double kilobytes = Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .sum();
                out.println(row("idle, resident MB : aim", kilobytes / 1_000, 350));
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double seconds(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1_000.0;
    }

    private static String program() {
        return IMAGE.resolve("bin/vestibule").toString();
    }

    private String start(List<String> command, String options) throws IOException, InterruptedException {
        var told = work.resolve("told.txt").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(told).redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!options.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", options);
        }
        int status = builder.start().waitFor();
        var text = Files.readString(told.toPath());
        if (status != 0) {
            throw new IOException(command + " ended with " + status + ": " + text);
        }
        return text;
    }

    private static double processor(String told) throws IOException {
        var found = TOLD.matcher(told);
        if (!found.find()) {
            throw new IOException("Nothing was measured: " + told);
        }
        return Double.parseDouble(found.group(2));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String row(String name, double figure, double baseline) {
        return row(name, number(figure), number(baseline), number(figure / baseline));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String row(String name, String figure, String baseline, String ratio) {
        return String.format(Locale.ROOT, "%-52s %12s %12s %8s", name, figure, baseline, ratio);
    }
}
