package io.vestibule.local.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;

/// Unit vectors by key, with exact search. Thread-safe: a search sees each change completely or not at all.
///
/// A search runs on the caller's core only: split across two cores it took half the time on an idle computer, but
/// twice the time while a camera or another search used the other core.
///
/// A new vector is appended; when a vector is removed, the last one moves into its place, so nothing is ever loaded
/// or copied again.
public final class VectorIndex {

    private static final int ROWS = 1024;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Long, Integer> rowOf = new HashMap<>();
    private final List<float[]> blocks = new ArrayList<>();
    private final int length;
    private long[] keys = new long[ROWS];
    private int size;

    /// @param length length of each vector, a multiple of eight
    public VectorIndex(int length) {
        this.length = length;
    }

    /// Stores the vector under the key and replaces an earlier one. The array is copied.
    public void put(long key, float[] vector) {
        lock.writeLock().lock();
        try {
            var known = rowOf.get(key);
            int row = known == null ? append(key) : known;
            System.arraycopy(vector, 0, blocks.get(row / ROWS), row % ROWS * length, length);
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
            if (gap != last) {
                System.arraycopy(
                        blocks.get(last / ROWS),
                        last % ROWS * length,
                        blocks.get(gap / ROWS),
                        gap % ROWS * length,
                        length);
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

    public Optional<float[]> get(long key) {
        lock.readLock().lock();
        try {
            var row = rowOf.get(key);
            if (row == null) {
                return Optional.empty();
            }
            var vector = new float[length];
            System.arraycopy(blocks.get(row / ROWS), row % ROWS * length, vector, 0, length);
            return Optional.of(vector);
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

    /// The `most` nearest vectors whose keys `wanted` accepts, best first.
    public List<Neighbour> nearest(float[] probe, int most, LongPredicate wanted) {
        lock.readLock().lock();
        try {
            int kept = Math.min(most, size);
            if (kept < 1) {
                return List.of();
            }
            var topMatches = new TopMatches(kept);
            for (int block = 0; block < blocks.size(); block++) {
                scan(block, probe, wanted, topMatches);
            }
            return topMatches.sorted();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void scan(int block, float[] probe, LongPredicate wanted, TopMatches topMatches) {
        var vectors = blocks.get(block);
        int first = block * ROWS;
        int end = Math.min(ROWS, size - first);
        for (int row = 0; row < end; row++) {
            float cosine = DotProduct.eightSums(vectors, row * length, probe);
            if (topMatches.admits(cosine) && wanted.test(keys[first + row])) {
                topMatches.add(keys[first + row], cosine);
            }
        }
    }

    private int append(long key) {
        int row = size++;
        if (row == keys.length) {
            keys = java.util.Arrays.copyOf(keys, keys.length * 2);
        }
        if (row % ROWS == 0) {
            blocks.add(new float[ROWS * length]);
        }
        keys[row] = key;
        rowOf.put(key, row);
        return row;
    }
}
