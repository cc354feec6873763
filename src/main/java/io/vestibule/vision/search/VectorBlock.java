package io.vestibule.vision.search;

import java.util.function.IntConsumer;

/// A thousand vectors and their codes. The codes of the two rotations are apart: a search reads the second only where
/// the first is near.
final class VectorBlock {

    static final int ROWS = 1024;

    private final int length;
    private final int words;
    private final short[] vectors;
    private final float[] factors = new float[ROWS];
    private final long[] first;
    private final long[] second;
    private final float[] cohortScores = new float[ROWS];
    private final byte[] levels = new byte[ROWS];

    /// @param length of a vector
    /// @param words longs of the code of one rotation
    VectorBlock(int length, int words) {
        this.length = length;
        this.words = words;
        this.vectors = new short[ROWS * length];
        this.first = new long[ROWS * words];
        this.second = new long[ROWS * words];
    }

    /// @param code of both rotations
    void set(int row, ScaledVector vector, long[] code, float cohortScore) {
        System.arraycopy(vector.numbers(), 0, vectors, row * length, length);
        setCohortScore(row, cohortScore);
        factors[row] = vector.factor();
        System.arraycopy(code, 0, first, row * words, words);
        System.arraycopy(code, words, second, row * words, words);
    }

    void setCohortScore(int row, float cohortScore) {
        cohortScores[row] = cohortScore;
        levels[row] = CohortLevels.of(cohortScore);
    }

    float cohortScore(int row) {
        return cohortScores[row];
    }

    void copy(int row, VectorBlock from, int fromRow) {
        setCohortScore(row, from.cohortScores[fromRow]);
        System.arraycopy(from.vectors, fromRow * length, vectors, row * length, length);
        factors[row] = from.factors[fromRow];
        System.arraycopy(from.first, fromRow * words, first, row * words, words);
        System.arraycopy(from.second, fromRow * words, second, row * words, words);
    }

    float[] get(int row) {
        var vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = vectors[row * length + i] * factors[row];
        }
        return vector;
    }

    float score(int row, SearchProbe probe) {
        float cosine = factors[row] * DotProduct.eightSums(vectors, row * length, probe.vector());
        return cosine - (probe.cohortScore() + cohortScores[row]) / 2;
    }

    /// The rows below `end` whose codes differ from `code` by no more than the cut of their level.
    void near(long[] code, CodeCut[] cuts, int end, IntConsumer found) {
        for (int row = 0; row < end; row++) {
            CodeCut cut = cuts[levels[row] & 0xff];
            int differing = differing(first, row * words, code, 0);
            if (differing <= cut.first() && differing + differing(second, row * words, code, words) <= cut.both()) {
                found.accept(row);
            }
        }
    }

    private int differing(long[] codes, int offset, long[] code, int from) {
        int bits = 0;
        for (int i = 0; i < words; i++) {
            bits += Long.bitCount(codes[offset + i] ^ code[from + i]);
        }
        return bits;
    }
}
