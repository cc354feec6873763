package io.vestibule.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs every benchmark and its baseline in one run, and prints one table. An absolute figure depends on the
/// computer; the ratio describes the code.
public final class Benchmarks {

    /// @param of class and method of the figure, and its parameters
    /// @param over class and method of its baseline
    /// @param percentile of the figure and of its baseline: 50 is the median
    private record Case(String name, String of, String over, double percentile) {

        Case(String name, String of, String over) {
            this(name, of, over, 50);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(
                    "one face, whole chain, 1280x720 : its raw nets",
                    "VisionBenchmark.chain",
                    "VisionBenchmark.rawNets"),
            new Case(
                    "search among 100,000 users, at 80 : one-sum loop",
                    "SearchBenchmark.search users=100000",
                    "SearchBenchmark.baseline users=100000"),
            new Case(
                    "among 1,000,000, at 80 : one-sum loop of 100,000",
                    "SearchBenchmark.search users=1000000",
                    "SearchBenchmark.baseline users=1000000"),
            new Case(
                    "among 1,000,000, at 95 : every vector compared",
                    "SearchBenchmark.searchHigh users=1000000",
                    "SearchBenchmark.all users=1000000"),
            new Case("five photos, Save to ACTIVE : the bare calls", "EnrolBenchmark.enrol", "EnrolBenchmark.baseline"),
            new Case(
                    "page of 1,000,000 people, p95 : the table alone",
                    "PeopleSearchBenchmark.search",
                    "PeopleSearchBenchmark.baseline",
                    95),
            new Case("12 MP JPEG to a photo : ImageIO", "PhotoBenchmark.photo", "PhotoBenchmark.baseline"),
            new Case(
                    "500 photos, 40 s at 5 AssociateFaces/s : in turn",
                    "QuotaBenchmark.usual",
                    "QuotaBenchmark.usualInTurn"),
            new Case(
                    "500 photos, 10 s at 50 IndexFaces/s : in turn",
                    "QuotaBenchmark.raised",
                    "QuotaBenchmark.raisedInTurn"),
            new Case(
                    "row in us, with checksum and sealed vector : without",
                    "RowSealBenchmark.sealed",
                    "RowSealBenchmark.baseline"),
            new Case(
                    "a minute of 1080p25 : every fifth frame searched",
                    "RecordingBenchmark.scan",
                    "RecordingBenchmark.baseline"),
            new Case("30 days of a rule : minute by minute", "RulesBenchmark.thirtyDays", "RulesBenchmark.baseline"));

    /// Of a screen that is drawn 60 times a second, in milliseconds.
    private static final double FRAME = 16;

    /// How long a visitor is willing to wait without feedback, in milliseconds.
    private static final double LIVE = 20_000;

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .include("io\\.vestibule\\.bench\\..*")
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "-Xmx4g")
                .build();
        var results = new Runner(options).run();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println();
        out.println(row("case", "figure ms", "baseline ms", "ratio"));
        for (var one : CASES) {
            double figure = score(results, one.of(), one.percentile());
            double baseline = score(results, one.over(), one.percentile());
            out.println(row(one.name(), number(figure), number(baseline), number(figure / baseline)));
        }
        LiveFigures.lines().forEach(out::println);
        double held = told(FxThread.class);
        out.println(row(
                "our code on the FX thread, longest : one frame", number(held), number(FRAME), number(held / FRAME)));
        double scrolled = told(ScrollThread.class);
        out.println(row(
                "our code while 20,000 people scroll by : two frames",
                number(scrolled),
                number(2 * FRAME),
                number(scrolled / (2 * FRAME))));
        double ruled = told(RulesThread.class);
        out.println(row(
                "our code, 1,000 rules and 100,000 people : two frames",
                number(ruled),
                number(2 * FRAME),
                number(ruled / (2 * FRAME))));
        double live = told(LiveEnrolment.class);
        out.println(row(
                "five poses by the camera, Ctrl+N to ACTIVE : 20 s", number(live), number(LIVE), number(live / LIVE)));
        lines(JournalLoad.class).forEach(out::println);
        lines(CompareLoad.class).forEach(out::println);
        lines(SelfTestLoad.class).forEach(out::println);
        lines(DatabaseSize.class).forEach(out::println);
        StartBenchmark.main(args);
    }

    /// In milliseconds.
    private static double told(Class<?> measuring) throws IOException {
        var lines = lines(measuring);
        return lines.isEmpty() ? Double.NaN : Double.parseDouble(lines.getFirst());
    }

    /// What a separate process printed, because the platform can start only once per process.
    private static List<String> lines(Class<?> measuring) throws IOException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        measuring.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var reader = program.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        }
    }

    private static double score(Collection<RunResult> results, String method, double percentile) {
        return results.stream()
                .filter(result -> label(result.getParams()).endsWith(method))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(percentile))
                .findFirst()
                .orElse(Double.NaN);
    }

    /// The benchmark's name, with its parameters behind it: `... users=100000`.
    private static String label(BenchmarkParams params) {
        return params.getBenchmark()
                + params.getParamsKeys().stream()
                        .map(key -> " " + key + "=" + params.getParam(key))
                        .collect(Collectors.joining());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String row(String name, String figure, String baseline, String ratio) {
        return String.format(Locale.ROOT, "%-52s %12s %12s %8s", name, figure, baseline, ratio);
    }
}
