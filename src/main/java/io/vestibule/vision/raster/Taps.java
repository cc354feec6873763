package io.vestibule.vision.raster;

import java.util.Arrays;

/// Along one axis: which source pixels make each target pixel, and by what weight. Shrinking averages what a target
/// pixel covers; enlarging takes the two nearest. What lies beyond the picture counts as its edge pixel.
final class Taps {

    /// The weights of a target pixel sum to this.
    static final int ONE = 256;

    /// Every target pixel has room for this many weights; those beyond its count are zero.
    static final int LEAST = 4;

    private int[] first = {};
    private int[] count = {};
    private int[] weights = {};
    private int stride;

    /// @param from,to the stretch of the source, in source pixels
    /// @param size target pixels over that stretch
    /// @param limit source pixels there are
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

    /// Where the weights of `target` begin in [#weights].
    int start(int target) {
        return target * stride;
    }

    int[] weights() {
        return weights;
    }

    /// Each weight is the difference of two rounded sums, so they add up to [#ONE] whatever is lost by rounding.
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
