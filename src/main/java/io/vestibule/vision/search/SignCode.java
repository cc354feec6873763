package io.vestibule.vision.search;

import java.util.SplittableRandom;

/// The code of a vector: the signs of its numbers after two fixed random rotations, one bit for each number. The more
/// two vectors point in one direction, the fewer bits of their codes differ ([CodeCut]).
///
/// A rotation is three times a change of random signs followed by the Walsh-Hadamard transform: orthogonal, as good
/// as a random matrix for this purpose, and computed in n log n steps, so that codes need not be stored (about 10
/// microseconds for 512 numbers). It spreads every vector over all numbers, also one that has only a few.
public final class SignCode {

    private static final int ROUNDS = 3;

    /// Fixed, so that a search gives the same answer after every start.
    private static final long SEED = 0x5EA2C4;

    private final int length;
    private final float[][] signs = new float[2 * ROUNDS][];

    /// @param length of the vectors: a power of two, at least 64
    public SignCode(int length) {
        if (length < Long.SIZE || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("Not a power of two of at least 64: " + length);
        }
        this.length = length;
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < signs.length; round++) {
            signs[round] = new float[length];
            for (int i = 0; i < length; i++) {
                signs[round][i] = random.nextBoolean() ? 1 : -1;
            }
        }
    }

    /// Longs of one rotation; a code has twice as many.
    public int words() {
        return length / Long.SIZE;
    }

    /// The bits of the first rotation, then those of the second.
    public long[] of(float[] vector) {
        var code = new long[2 * words()];
        for (int half = 0; half < 2; half++) {
            var turned = rotated(vector, half);
            for (int i = 0; i < length; i++) {
                if (turned[i] < 0) {
                    code[half * words() + i / Long.SIZE] |= 1L << (i % Long.SIZE);
                }
            }
        }
        return code;
    }

    private float[] rotated(float[] vector, int half) {
        var turned = vector.clone();
        for (int round = half * ROUNDS; round < (half + 1) * ROUNDS; round++) {
            for (int i = 0; i < length; i++) {
                turned[i] *= signs[round][i];
            }
            transform(turned);
        }
        return turned;
    }

    /// Walsh-Hadamard transform in place, without its factor: only signs are used.
    private static void transform(float[] values) {
        for (int width = 1; width < values.length; width *= 2) {
            for (int start = 0; start < values.length; start += 2 * width) {
                for (int i = start; i < start + width; i++) {
                    float sum = values[i] + values[i + width];
                    values[i + width] = values[i] - values[i + width];
                    values[i] = sum;
                }
            }
        }
    }
}
