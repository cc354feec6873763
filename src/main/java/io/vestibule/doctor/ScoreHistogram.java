package io.vestibule.doctor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// How many scores reach each height, in steps of a tenth of a per cent. Scores below [#LEAST] are only counted.
public final class ScoreHistogram {

    /// Lowest score with a step of its own: below it, two strangers match as often as not.
    public static final float LEAST = 50;

    private static final int STEPS_A_POINT = 10;
    private static final int STEPS = (100 - (int) LEAST) * STEPS_A_POINT + 1;

    /// The first number is that of the scores below the lowest.
    private final long[] numbers;

    ScoreHistogram() {
        this(new long[STEPS + 1]);
    }

    private ScoreHistogram(long[] numbers) {
        this.numbers = numbers;
    }

    /// @param score 0..100
    void add(float score) {
        numbers[score < LEAST ? 0 : step(score) + 1]++;
    }

    public long total() {
        return LongStream.of(numbers).sum();
    }

    /// Number of scores that reach a threshold, or lie less than a tenth of a per cent below it.
    public long reaching(float threshold) {
        return threshold < LEAST
                ? total()
                : Arrays.stream(numbers, step(threshold) + 1, numbers.length).sum();
    }

    private static int step(float score) {
        // A score such as 99.8 is a hair less than that as a float.
        return Math.clamp((long) Math.floor((score - LEAST) * STEPS_A_POINT + .001), 0, STEPS - 1);
    }

    String text() {
        return LongStream.of(numbers).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    static ScoreHistogram of(String text) {
        return new ScoreHistogram(
                Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray());
    }
}
