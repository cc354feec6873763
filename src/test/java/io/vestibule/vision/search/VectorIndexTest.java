package io.vestibule.vision.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorIndexTest {

    private static final int LENGTH = 64;

    private static float[] vector(Random random) {
        var vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static float dot(float[] vector, float[] probe) {
        var scaled = ScaledVector.of(vector);
        return scaled.factor() * DotProduct.eightSums(scaled.numbers(), 0, probe);
    }

    private static List<Neighbour> slow(Map<Long, float[]> vectors, float[] probe, int most) {
        return vectors.entrySet().stream()
                .map(entry -> new Neighbour(entry.getKey(), dot(entry.getValue(), probe)))
                .sorted(Comparator.comparingDouble(Neighbour::score).reversed().thenComparingLong(Neighbour::key))
                .limit(most)
                .toList();
    }

    @Test
    void multipliesLikeThePlainLoop() {
        var random = new Random(5);
        var block = new short[3 * LENGTH];
        for (int i = 0; i < block.length; i++) {
            block[i] = (short) random.nextInt(-100, 100);
        }
        var probe = vector(random);
        double expected = 0;
        for (int i = 0; i < LENGTH; i++) {
            expected += (double) block[LENGTH + i] * probe[i];
        }
        assertThat((double) DotProduct.eightSums(block, LENGTH, probe)).isCloseTo(expected, within(1e-3));
    }

    /// The larger number of changes fills many blocks.
    @ParameterizedTest
    @ValueSource(ints = {200, 30_000})
    void findsWhatAFullSortFindsWhateverWasPutReplacedAndRemoved(int changes) {
        var random = new Random(changes);
        var blocks = new VectorIndex(LENGTH);
        var model = new HashMap<Long, float[]>();
        for (int i = 0; i < changes; i++) {
            long key = random.nextInt(changes);
            if (random.nextInt(4) == 0) {
                blocks.remove(key);
                model.remove(key);
            } else {
                var vector = vector(random);
                blocks.put(key, vector);
                model.put(key, vector);
            }
        }
        assertThat(blocks.size()).isEqualTo(model.size());
        for (int most : new int[] {1, 7, 50, changes}) {
            var probe = vector(random);
            assertThat(blocks.nearest(SearchProbe.plain(probe), most, _ -> true))
                    .isEqualTo(slow(model, probe, most));
        }
        model.forEach((key, vector) -> assertThat(blocks.get(key))
                .hasValueSatisfying(kept -> assertThat(kept).containsExactly(vector, within(1.5e-4f))));
        model.keySet().forEach(blocks::remove);
        assertThat(blocks.nearest(SearchProbe.plain(vector(random)), 5, _ -> true))
                .isEmpty();
    }

    @Test
    void skipsKeysThatAreNotWanted() {
        var random = new Random(2);
        var blocks = new VectorIndex(LENGTH);
        var model = new HashMap<Long, float[]>();
        for (long key = 0; key < 100; key++) {
            var vector = vector(random);
            blocks.put(key, vector);
            if (key % 2 == 0) {
                model.put(key, vector);
            }
        }
        var probe = vector(random);
        assertThat(blocks.nearest(SearchProbe.plain(probe), 10, key -> key % 2 == 0))
                .isEqualTo(slow(model, probe, 10));
    }

    @Test
    void aSearchSeesEachChangeCompletelyOrNotAtAll() throws Exception {
        var blocks = new VectorIndex(LENGTH);
        var ones = new float[LENGTH];
        Arrays.fill(ones, 1);
        var minusOnes = new float[LENGTH];
        Arrays.fill(minusOnes, -1);
        for (long key = 0; key < 3000; key++) {
            blocks.put(key, ones);
        }
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(() -> {
                for (int i = 0; i < 20_000; i++) {
                    long key = i % 3000;
                    if (i % 5 == 0) {
                        blocks.remove(key);
                    }
                    blocks.put(key, i % 2 == 0 ? minusOnes : ones);
                }
                done.set(true);
            });
            var seen = new ArrayList<Neighbour>();
            while (!done.get()) {
                seen.addAll(blocks.nearest(SearchProbe.plain(ones), 20, _ -> true));
            }
            writer.get();
            assertThat(seen)
                    .allSatisfy(
                            neighbour -> assertThat(Math.abs(neighbour.score())).isEqualTo(LENGTH));
        }
        assertThat(blocks.size()).isEqualTo(3000);
    }
}
