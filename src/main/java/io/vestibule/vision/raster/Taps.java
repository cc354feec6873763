package io.vestibule.vision.raster;

import java.util.Arrays;

/// Along one axis: which source pixels contribute to each target pixel, and with what weight. Shrinking averages what
/// a target pixel covers; enlarging takes the two nearest. Outside the picture its edge pixel is repeated.
final class Taps {

    /// The weights of a target pixel sum to this.
    static final int ONE = 256;

    /// Minimum number of weights that a target pixel has memory for; those beyond its count are zero.
    static final int LEAST = 4;

    private int[] first = {};
    private int[] count = {};
    private int[] weights = {};
    private int stride;

    /// @param from,to range of the source, in source pixels
    /// @param size number of target pixels over that range
    /// @param limit number of source pixels
    void lay(double from, double to, int size, int limit) {
        double step = (to - from) / size;
        double reach = Math.max(step, 1) / 2;
        stride = Math.max(LEAST, Math.min(limit, (int) Math.ceil(2 * reach) + 1));
        if (first.length < size) {
            first = new int[size];
            count = new int[size];
        }
        if (weights.length < size * stride) {
            weights = new int[size * stride];
        }
        for (int i = 0; i < size; i++) {
            double centre = from + (i + 0.5) * step;
            place(i, centre - reach, centre + reach, limit);
        }
    }

    /// The first source pixel of `target`; the others follow it.
    int first(int target) {
        return first[target];
    }

    int count(int target) {
        return count[target];
    }

    /// Index of the first weight of `target` in [#weights].
    int start(int target) {
        return target * stride;
    }

    int[] weights() {
        return weights;
    }

    /// Each weight is the difference of two rounded sums, so they add up to [#ONE] in spite of rounding.
    private void place(int target, double low, double high, int limit) {
        int begin = (int) Math.clamp(Math.floor(low), 0, limit - 1);
        int end = (int) Math.clamp(Math.ceil(high), begin + 1, limit);
        int used = 0;
        for (int i = begin; i < end; i++) {
            double covered = i + 1 == end ? 1 : Math.max(0, (i + 1 - low) / (high - low));
            int sum = (int) Math.round(covered * ONE);
            weights[start(target) + i - begin] = sum - used;
            used = sum;
        }
        Arrays.fill(weights, start(target) + end - begin, start(target + 1), 0);
        first[target] = begin;
        count[target] = end - begin;
    }
}
