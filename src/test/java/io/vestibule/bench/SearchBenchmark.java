package io.vestibule.bench;

import io.vestibule.local.engine.search.DotProduct;
import io.vestibule.local.engine.search.Neighbour;
import io.vestibule.local.engine.search.VectorIndex;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An exact search of one probe among 100,000 users: the ten best. The baseline is the plain loop with one running
/// sum.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchBenchmark {

    private static final int LENGTH = 512;
    private static final int USERS = 100_000;
    private static final int ROWS = 1024;

    private final VectorIndex users = new VectorIndex(LENGTH);
    private final float[][] blocks = new float[(USERS + ROWS - 1) / ROWS][ROWS * LENGTH];
    private float[] probe = new float[LENGTH];

    @Setup
    public void fill() {
        var random = new Random(1);
        for (int user = 0; user < USERS; user++) {
            var vector = vector(random);
            users.put(user, vector);
            System.arraycopy(vector, 0, blocks[user / ROWS], user % ROWS * LENGTH, LENGTH);
        }
        probe = vector(random);
    }

    private static float[] vector(Random random) {
        var vector = new float[LENGTH];
        double square = 0;
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < LENGTH; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    /// The engine's algorithm: eight sums and the best ten.
    @Benchmark
    public List<Neighbour> search() {
        return users.nearest(probe, 10, _ -> true);
    }

    /// Only the loop with eight sums.
    @Benchmark
    public float eightSums() {
        float best = -1;
        for (var block : blocks) {
            for (int row = 0; row < ROWS; row++) {
                best = Math.max(best, DotProduct.eightSums(block, row * LENGTH, probe));
            }
        }
        return best;
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
