package io.vestibule.vision.raster;

import io.vestibule.photo.Pixels;

/// Draws a part of a picture at another size. Holds its working memory, so it belongs to one thread at a time.
///
/// First the rows that make one target row are summed, column by column: plain loops over whole rows, which the JIT
/// compiler turns into vector instructions. Only that one row is then narrowed.
public final class Resampler {

    private static final int KEPT = 8; // bits below the point between the two steps
    private static final int DROPPED = Taps.BITS - KEPT;
    private static final int FINAL = Taps.BITS + KEPT;
    private static final int HALF = 1 << (FINAL - 1);

    private final Taps columns = new Taps();
    private final Taps rows = new Taps();
    private int[] red = {};
    private int[] green = {};
    private int[] blue = {};

    /// Fills the whole patch.
    public void draw(Pixels pixels, Area area, Patch patch) {
        draw(pixels, area, patch, 0, 0, patch.width(), patch.height());
    }

    /// Fills the `width` by `height` pixels of `patch` from (`x`, `y`) on with what `area` shows. An area that reaches
    /// beyond the picture sees its edge pixels repeated.
    public void draw(Pixels pixels, Area area, Patch patch, int x, int y, int width, int height) {
        columns.lay(area.left(), area.right(), width, pixels.width());
        rows.lay(area.top(), area.bottom(), height, pixels.height());
        int from = columns.first(0);
        int span = columns.first(width - 1) + columns.count(width - 1) - from;
        if (red.length < span) {
            red = new int[span];
            green = new int[span];
            blue = new int[span];
        }
        for (int row = 0; row < height; row++) {
            sumRows(pixels, row, from, span);
            narrow(from, width, patch.rgb(), (y + row) * patch.width() + x);
        }
    }

    private void sumRows(Pixels pixels, int row, int from, int span) {
        int weight = rows.start(row);
        int offset = rows.first(row) * pixels.width() + from;
        put(pixels.argb(), offset, span, rows.weights()[weight]);
        for (int i = 1; i < rows.count(row); i++) {
            add(pixels.argb(), offset + i * pixels.width(), span, rows.weights()[weight + i]);
        }
    }

    private void put(int[] argb, int offset, int span, int weight) {
        int[] r = red;
        int[] g = green;
        int[] b = blue;
        for (int i = 0; i < span; i++) {
            int pixel = argb[offset + i];
            r[i] = (pixel >> 16 & 0xFF) * weight;
            g[i] = (pixel >> 8 & 0xFF) * weight;
            b[i] = (pixel & 0xFF) * weight;
        }
    }

    private void add(int[] argb, int offset, int span, int weight) {
        int[] r = red;
        int[] g = green;
        int[] b = blue;
        for (int i = 0; i < span; i++) {
            int pixel = argb[offset + i];
            r[i] += (pixel >> 16 & 0xFF) * weight;
            g[i] += (pixel >> 8 & 0xFF) * weight;
            b[i] += (pixel & 0xFF) * weight;
        }
    }

    private void narrow(int from, int width, int[] out, int target) {
        int[] r = red;
        int[] g = green;
        int[] b = blue;
        int[] weights = columns.weights();
        for (int i = 0; i < width; i++) {
            int source = columns.first(i) - from;
            int at = columns.start(i);
            int count = columns.count(i);
            int sumRed = HALF;
            int sumGreen = HALF;
            int sumBlue = HALF;
            for (int k = 0; k < count; k++) {
                int weight = weights[at + k];
                sumRed += (r[source + k] >> DROPPED) * weight;
                sumGreen += (g[source + k] >> DROPPED) * weight;
                sumBlue += (b[source + k] >> DROPPED) * weight;
            }
            out[target + i] = sumRed >>> FINAL << 16 | sumGreen >>> FINAL << 8 | sumBlue >>> FINAL;
        }
    }
}
