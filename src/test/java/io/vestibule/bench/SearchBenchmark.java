package io.vestibule.bench;

import io.vestibule.vision.search.Neighbour;
import io.vestibule.vision.search.SearchProbe;
import io.vestibule.vision.search.VectorIndex;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A search of one probe among many users: the ten best of those with at least some similarity. The baseline is the
/// plain loop with one running sum over 32-bit floats, measured on 100,000 users whatever the number searched.
///
/// The vectors are made up, with cosines between strangers spread as those of real faces: mean 0, standard deviation
/// 0.096 (random directions have 0.044).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchBenchmark {

    private static final int LENGTH = 512;
    private static final int BASELINE_USERS = 100_000;
    private static final int ROWS = 1024;

    /// Cosines are spread as in this number of dimensions: 1 / 0.096 squared.
    private static final int SPREAD = 108;

    /// Scores of the similarities 80 and 95.
    private static final float USUAL = .147f;

    private static final float HIGH = .26f;

    /// Mean cohort score of real faces, and its spread.
    private static final float COHORT_SCORE = .3f;

    private static final float COHORT_SPREAD = .07f;

    @Param({"100000", "1000000"})
    private int users = BASELINE_USERS;

    private final VectorIndex index = new VectorIndex(LENGTH);
    private final float[][] blocks = new float[(BASELINE_USERS + ROWS - 1) / ROWS][ROWS * LENGTH];
    private float[] probe = new float[LENGTH];

    @Setup
    public void fill() {
        var random = new Random(1);
        for (int user = 0; user < users; user++) {
            var vector = vector(random);
            index.put(user, vector, COHORT_SCORE + COHORT_SPREAD * (float) random.nextGaussian());
            if (user < BASELINE_USERS) {
                System.arraycopy(vector, 0, blocks[user / ROWS], user % ROWS * LENGTH, LENGTH);
            }
        }
        probe = vector(random);
    }

    private static float[] vector(Random random) {
        var vector = new float[LENGTH];
        double square = 0;
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) random.nextGaussian() * (i < SPREAD - 8 ? 1 : .1f);
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < LENGTH; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    /// The engine's algorithm at similarity 80.
    @Benchmark
    public List<Neighbour> search() {
        return index.nearest(new SearchProbe(probe, COHORT_SCORE), 10, USUAL, _ -> true);
    }

    /// The same at similarity 95.
    @Benchmark
    public List<Neighbour> searchHigh() {
        return index.nearest(new SearchProbe(probe, COHORT_SCORE), 10, HIGH, _ -> true);
    }

    /// Every vector compared, as without a threshold.
    @Benchmark
    public List<Neighbour> all() {
        return index.nearest(new SearchProbe(probe, COHORT_SCORE), 10, _ -> true);
    }

    /// Only the plain loop.
    @Benchmark
    public float baseline() {
        float best = -1;
        for (var block : blocks) {
            for (int row = 0; row < ROWS; row++) {
                best = Math.max(best, oneSum(block, row * LENGTH, probe));
            }
        }
        return best;
    }

    private static float oneSum(float[] block, int offset, float[] probe) {
        float sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += block[offset + i] * probe[i];
        }
        return sum;
    }
}
