package io.vestibule.vision.search;

/// Dot products of a probe with vectors of 16-bit whole numbers that are stored consecutively in a block.
///
/// Floating-point addition must not be reordered, so a loop with one running sum waits for each addition. Eight
/// independent sums fill a vector register (measured by `SearchBenchmark`, which has the one-sum loop over floats as
/// its
/// baseline).
public final class DotProduct {

    private DotProduct() {}

    /// @param offset where the vector starts in `block`
    /// @param probe vector whose length is a multiple of eight
    public static float eightSums(short[] block, int offset, float[] probe) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        for (int i = 0; i < probe.length; i += 8) {
            int at = offset + i;
            a += block[at] * probe[i];
            b += block[at + 1] * probe[i + 1];
            c += block[at + 2] * probe[i + 2];
            d += block[at + 3] * probe[i + 3];
            e += block[at + 4] * probe[i + 4];
            f += block[at + 5] * probe[i + 5];
            g += block[at + 6] * probe[i + 6];
            h += block[at + 7] * probe[i + 7];
        }
        return a + b + (c + d) + (e + f + (g + h));
    }
}
