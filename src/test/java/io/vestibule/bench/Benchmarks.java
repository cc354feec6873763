package io.vestibule.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs every benchmark and its baseline in one run, and prints one table. A figure alone says something of this
/// machine; the ratio says something of the code.
public final class Benchmarks {

    /// @param of class and method of the figure
    /// @param over class and method of its baseline
    private record Case(String name, String of, String over) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "one face, whole chain, 1280x720 : its raw nets",
                    "VisionBenchmark.chain",
                    "VisionBenchmark.rawNets"),
            new Case("search among 100,000 users : one-sum loop", "SearchBenchmark.search", "SearchBenchmark.baseline"),
            new Case("12 MP JPEG to a photo : ImageIO", "PhotoBenchmark.photo", "PhotoBenchmark.baseline"),
            new Case("30 days of a rule : minute by minute", "RulesBenchmark.thirtyDays", "RulesBenchmark.baseline"));

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include("io\\.vestibule\\.bench\\..*")
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "-Xmx4g")
                .build();
        var results = new Runner(options).run();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println();
        out.println(row("case", "figure ms", "baseline ms", "ratio"));
        for (var one : CASES) {
            double figure = score(results, one.of());
            double baseline = score(results, one.over());
            out.println(row(one.name(), number(figure), number(baseline), number(figure / baseline)));
        }
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith(method))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(50))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String row(String name, String figure, String baseline, String ratio) {
        return String.format(Locale.ROOT, "%-52s %12s %12s %8s", name, figure, baseline, ratio);
    }
}
