package io.vestibule.vision.raster;

import java.util.Arrays;

/// Along one axis: which source pixels make each target pixel, and by what weight. Shrinking averages exactly what a
/// target pixel covers; enlarging takes the two nearest. What lies beyond the picture counts as its edge pixel.
final class Taps {

    /// Weights of a target pixel sum to this. With 8-bit colours and one more such factor all sums fit an int.
    static final int BITS = 15;

    private static final int ONE = 1 << BITS;

    private int[] first = {};
    private int[] count = {};
    private int[] weights = {};
    private int stride;

    /// @param from,to the stretch of the source, in source pixels
    /// @param size target pixels over that stretch
    /// @param limit source pixels there are
    void lay(double from, double to, int size, int limit) {
        double step = (to - from) / size;
        stride = (int) Math.ceil(Math.max(step, 1)) + 2;
        if (first.length < size) {
            first = new int[size];
            count = new int[size];
        }
        if (weights.length < size * stride) {
            weights = new int[size * stride];
        }
        Arrays.fill(weights, 0, size * stride, 0);
        double reach = Math.max(step, 1) / 2;
        for (int i = 0; i < size; i++) {
            double centre = from + (i + 0.5) * step;
            place(i, centre - reach, centre + reach, limit);
        }
    }

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

    private void place(int target, double low, double high, int limit) {
        int begin = (int) Math.floor(low);
        int end = Math.max(begin + 1, (int) Math.ceil(high));
        int origin = Math.clamp(begin, 0, limit - 1);
        double unit = ONE / (high - low);
        int left = ONE;
        int heaviest = 0;
        int at = start(target);
        for (int i = begin; i < end; i++) {
            int slot = Math.clamp(i, 0, limit - 1) - origin;
            int weight = (int) Math.round((Math.min(high, i + 1.0) - Math.max(low, i)) * unit);
            weights[at + slot] += weight;
            left -= weight;
            heaviest = weights[at + slot] > weights[at + heaviest] ? slot : heaviest;
        }
        weights[at + heaviest] += left; // what rounding lost
        first[target] = origin;
        count[target] = Math.clamp(end - 1, 0, limit - 1) - origin + 1;
    }
}
