package io.vestibule.vision.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The best few of many candidates: a heap with the worst of them at its root, so that most candidates cost one
/// comparison.
final class TopMatches {

    private final float[] scores;
    private final long[] keys;
    private int size;

    TopMatches(int most) {
        scores = new float[most];
        keys = new long[most];
    }

    /// Whether a candidate with this score is among the best.
    boolean admits(float score) {
        return size < scores.length || score > scores[0];
    }

    void add(long key, float score) {
        if (size < scores.length) {
            up(size++, key, score);
        } else if (score > scores[0]) {
            down(key, score);
        }
    }

    /// Best first; of equal scores the lower key first.
    List<Neighbour> sorted() {
        return IntStream.range(0, size)
                .mapToObj(i -> new Neighbour(keys[i], scores[i]))
                .sorted(Comparator.comparingDouble(Neighbour::score).reversed().thenComparingLong(Neighbour::key))
                .toList();
    }

    private void up(int at, long key, float score) {
        int hole = at;
        while (hole > 0 && scores[(hole - 1) / 2] > score) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        set(hole, key, score);
    }

    private void down(long key, float score) {
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child + 1 < size && scores[child + 1] < scores[child]) {
                child++;
            }
            if (child >= size || scores[child] >= score) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        set(hole, key, score);
    }

    private void move(int from, int to) {
        set(to, keys[from], scores[from]);
    }

    private void set(int at, long key, float score) {
        keys[at] = key;
        scores[at] = score;
    }
}
