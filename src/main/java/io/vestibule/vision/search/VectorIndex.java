package io.vestibule.vision.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;

/// Unit vectors by key, with exact search by the cosine, or by the cosine less the mean of two cohort scores.
/// Thread-safe: a search sees each change completely or not at all.
///
/// Vectors are stored in two bytes a number ([ScaledVector]), which changes a cosine by about 0.00001. A search for
/// vectors with at least some score has two stages: it compares the codes ([SignCode]) of all, and the vectors of
/// those few whose codes are near ([CodeCut], [CohortLevels]). A search without such a limit, or with one so low that
/// most codes are
/// near, or among so few that codes gain nothing, compares every vector.
///
/// A search runs on the caller's core only: split across two cores it took half the time on an idle computer, but
/// twice the time while a camera or another search used the other core.
///
/// A new vector is appended; when a vector is removed, the last one moves into its place, so nothing is ever loaded
/// or copied again.
public final class VectorIndex {

    /// Among fewer vectors one pass over all takes less than two milliseconds.
    private static final int CODES_FROM = 10_000;

    /// If the vectors need a lower cosine on average, half of all strangers would be compared anyway.
    private static final float CODES_FROM_COSINE = .25f;

    /// The rounding of a stored vector must not push a match below the cut of its code.
    private static final float ROUNDING = .001f;

    private static final int ROWS = VectorBlock.ROWS;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Long, Integer> rowOf = new HashMap<>();
    private final List<VectorBlock> blocks = new ArrayList<>();
    private final SignCode signCode;
    private final int length;
    private long[] keys = new long[ROWS];
    private int size;
    private double cohortScores;

    /// @param length length of each vector, a power of two, at least 64
    public VectorIndex(int length) {
        this.length = length;
        this.signCode = new SignCode(length);
    }

    /// Stores a vector that is compared by the cosine alone; replaces an earlier one. The array is copied.
    public void put(long key, float[] vector) {
        put(key, vector, 0);
    }

    /// Stores the vector under the key and replaces an earlier one. The array is copied.
    ///
    /// @param cohortScore -1..1
    public void put(long key, float[] vector, float cohortScore) {
        var scaled = ScaledVector.of(vector);
        var code = signCode.of(vector);
        lock.writeLock().lock();
        try {
            var known = rowOf.get(key);
            int row = known == null ? append(key) : known;
            var block = blocks.get(row / ROWS);
            cohortScores += cohortScore - (known == null ? 0 : block.cohortScore(row % ROWS));
            block.set(row % ROWS, scaled, code, cohortScore);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Removes the vector of the key, if there is one.
    public void remove(long key) {
        lock.writeLock().lock();
        try {
            var gap = rowOf.remove(key);
            if (gap == null) {
                return;
            }
            int last = --size;
            cohortScores -= blocks.get(gap / ROWS).cohortScore(gap % ROWS);
            if (gap != last) {
                blocks.get(gap / ROWS).copy(gap % ROWS, blocks.get(last / ROWS), last % ROWS);
                keys[gap] = keys[last];
                rowOf.put(keys[gap], gap);
            }
            if (last % ROWS == 0) {
                blocks.removeLast();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Computes the cohort score of every vector again.
    ///
    /// @param cohortScore of a vector as it is stored
    public void rescore(ToFloat cohortScore) {
        lock.writeLock().lock();
        try {
            cohortScores = 0;
            for (int row = 0; row < size; row++) {
                var block = blocks.get(row / ROWS);
                float score = cohortScore.of(block.get(row % ROWS));
                block.setCohortScore(row % ROWS, score);
                cohortScores += score;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// A number of a vector.
    @FunctionalInterface
    public interface ToFloat {
        float of(float[] vector);
    }

    /// The vector as it is stored, in two bytes a number.
    public Optional<float[]> get(long key) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(rowOf.get(key))
                    .map(row -> blocks.get(row / ROWS).get(row % ROWS));
        } finally {
            lock.readLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return size;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The `most` nearest vectors whose keys `wanted` accepts, best first: by comparing all of them.
    public List<Neighbour> nearest(SearchProbe probe, int most, LongPredicate wanted) {
        lock.readLock().lock();
        try {
            return all(probe, most, wanted);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The `most` nearest vectors with a score of at least `least` whose keys `wanted` accepts, best first.
    public List<Neighbour> nearest(SearchProbe probe, int most, float least, LongPredicate wanted) {
        lock.readLock().lock();
        try {
            var found = size < CODES_FROM || usualCosine(probe, least) < CODES_FROM_COSINE
                    ? all(probe, most, wanted)
                    : byCode(probe, most, least, wanted);
            return found.stream()
                    .filter(neighbour -> neighbour.score() >= least)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Cosine that a vector needs on average to reach the score.
    private double usualCosine(SearchProbe probe, float least) {
        return least + (probe.cohortScore() + cohortScores / Math.max(1, size)) / 2;
    }

    private List<Neighbour> all(SearchProbe probe, int most, LongPredicate wanted) {
        var topMatches = topMatches(most);
        for (int number = 0; number < blocks.size() && most > 0; number++) {
            var block = blocks.get(number);
            int end = end(number);
            for (int row = 0; row < end; row++) {
                offer(block, number * ROWS, row, probe, wanted, topMatches);
            }
        }
        return topMatches.sorted();
    }

    private List<Neighbour> byCode(SearchProbe probe, int most, float least, LongPredicate wanted) {
        var topMatches = topMatches(most);
        var code = signCode.of(probe.vector());
        var cuts = CohortLevels.cuts(length, least - ROUNDING, probe.cohortScore());
        for (int number = 0; number < blocks.size() && most > 0; number++) {
            var block = blocks.get(number);
            int first = number * ROWS;
            block.near(code, cuts, end(number), row -> offer(block, first, row, probe, wanted, topMatches));
        }
        return topMatches.sorted();
    }

    private TopMatches topMatches(int most) {
        return new TopMatches(Math.clamp(most, 0, size));
    }

    /// Number of rows that the block has.
    private int end(int number) {
        return Math.min(ROWS, size - number * ROWS);
    }

    private void offer(
            VectorBlock block, int first, int row, SearchProbe probe, LongPredicate wanted, TopMatches topMatches) {
        float score = block.score(row, probe);
        if (topMatches.admits(score) && wanted.test(keys[first + row])) {
            topMatches.add(keys[first + row], score);
        }
    }

    private int append(long key) {
        int row = size++;
        if (row == keys.length) {
            keys = Arrays.copyOf(keys, keys.length * 2);
        }
        if (row % ROWS == 0) {
            blocks.add(new VectorBlock(length, signCode.words()));
        }
        keys[row] = key;
        rowOf.put(key, row);
        return row;
    }
}
