package io.vestibule.vision.raster;

import io.vestibule.photo.Pixels;
import java.util.Arrays;

/// Draws a part of a picture at another size. Not thread-safe, because it holds its working memory.
///
/// First the rows that make one target row are summed, column by column: plain loops over whole rows, which the JIT
/// compiler vectorises. Only that one row is then narrowed. Two colours share an `int` meanwhile: with weights that
/// sum to 256 each stays within its 16 bits.
public final class Resampler {

    private static final int EVEN = 0x00FF00FF;
    private static final int ODD = 0x0000FF00;
    private static final int ROUND = 0x00800080;
    private static final int ODD_ROUND = 0x00008000;
    private static final int LANES = Taps.LEAST;

    private final Taps columns = new Taps();
    private final Taps rows = new Taps();
    private int[] redBlue = {};
    private int[] green = {};
    private final int[] offsets = new int[LANES];
    private final int[] shares = new int[LANES];

    /// Fills the whole patch.
    public void draw(Pixels pixels, Area area, Patch patch) {
        draw(pixels, area, patch, 0, 0, patch.width(), patch.height());
    }

    /// Draws `area` into the `width` by `height` pixels of `patch` from (`x`, `y`) on. Outside the picture its edge
    /// pixels are repeated.
    public void draw(Pixels pixels, Area area, Patch patch, int x, int y, int width, int height) {
        columns.lay(area.left(), area.right(), width, pixels.width());
        rows.lay(area.top(), area.bottom(), height, pixels.height());
        int from = columns.first(0);
        int span = columns.first(width - 1) + columns.count(width - 1) - from;
        if (redBlue.length < span + LANES) {
            redBlue = new int[span + LANES];
            green = new int[span + LANES];
        }
        for (int row = 0; row < height; row++) {
            sumRows(pixels, row, from, span);
            narrow(from, width, patch.rgb(), (y + row) * patch.width() + x);
        }
    }

    /// Four rows at a time; where there are fewer, the last one is repeated with weight zero.
    private void sumRows(Pixels pixels, int row, int from, int span) {
        Arrays.fill(redBlue, 0, span, ROUND);
        Arrays.fill(green, 0, span, ODD_ROUND);
        int count = rows.count(row);
        for (int done = 0; done < count; done += LANES) {
            boolean even = true;
            for (int i = 0; i < LANES; i++) {
                int tap = Math.min(done + i, count - 1);
                offsets[i] = (rows.first(row) + tap) * pixels.width() + from;
                shares[i] = done + i < count ? rows.weights()[rows.start(row) + tap] : 0;
                even &= shares[i] == shares[0];
            }
            if (even) {
                addEvenly(pixels.argb(), EVEN, redBlue, span);
                addEvenly(pixels.argb(), ODD, green, span);
            } else {
                add(pixels.argb(), EVEN, redBlue, span);
                add(pixels.argb(), ODD, green, span);
            }
        }
    }

    private void add(int[] argb, int mask, int[] target, int span) {
        int o1 = offsets[0];
        int o2 = offsets[1];
        int o3 = offsets[2];
        int o4 = offsets[3];
        int w1 = shares[0];
        int w2 = shares[1];
        int w3 = shares[2];
        int w4 = shares[3];
        for (int i = 0; i < span; i++) {
            target[i] += (argb[o1 + i] & mask) * w1
                    + (argb[o2 + i] & mask) * w2
                    + (argb[o3 + i] & mask) * w3
                    + (argb[o4 + i] & mask) * w4;
        }
    }

    /// As [#add] for equal weights, without the multiplications, which are the slow part.
    private void addEvenly(int[] argb, int mask, int[] target, int span) {
        int o1 = offsets[0];
        int o2 = offsets[1];
        int o3 = offsets[2];
        int o4 = offsets[3];
        int weight = shares[0];
        for (int i = 0; i < span; i++) {
            int sum = (argb[o1 + i] & mask) + (argb[o2 + i] & mask) + (argb[o3 + i] & mask) + (argb[o4 + i] & mask);
            target[i] += sum * weight;
        }
    }

    /// Four taps are unrolled and the rest looped over, because for so few iterations entering a loop costs more in
    /// JIT-compiled code than the iterations.
    private void narrow(int from, int width, int[] out, int target) {
        int[] rb = redBlue;
        int[] g = green;
        int[] weights = columns.weights();
        for (int i = 0; i < width; i++) {
            int source = columns.first(i) - from;
            int at = columns.start(i);
            int count = columns.count(i);
            int w1 = weights[at];
            int w2 = weights[at + 1];
            int w3 = weights[at + 2];
            int w4 = weights[at + 3];
            int outer = ROUND
                    + ((rb[source] >>> 8) & EVEN) * w1
                    + ((rb[source + 1] >>> 8) & EVEN) * w2
                    + ((rb[source + 2] >>> 8) & EVEN) * w3
                    + ((rb[source + 3] >>> 8) & EVEN) * w4;
            int middle = ROUND
                    + (g[source] >>> 16) * w1
                    + (g[source + 1] >>> 16) * w2
                    + (g[source + 2] >>> 16) * w3
                    + (g[source + 3] >>> 16) * w4;
            for (int k = LANES; k < count; k++) {
                int weight = weights[at + k];
                outer += ((rb[source + k] >>> 8) & EVEN) * weight;
                middle += (g[source + k] >>> 16) * weight;
            }
            out[target + i] = ((outer >>> 8) & EVEN) | (middle & ODD);
        }
    }
}
