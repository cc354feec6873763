package io.vestibule.vision;

import io.vestibule.photo.Pixels;

/// Takes a rectangle of a picture at another size, in whole numbers: the average of the area that each new pixel
/// covers where the picture shrinks, bilinear where it grows. Beyond the edges the outermost pixel is repeated.
final class Region {

    /// Weights are in 256ths of a pixel: finer than eight bits of colour can show.
    private static final int ONE = 256;

    private Region() {}

    /// @param left edge of the rectangle in the picture, may lie outside
    /// @param out `width * height` pixels `0xRRGGBB`
    static void sample(
            Pixels from,
            float left,
            float top,
            float regionWidth,
            float regionHeight,
            int width,
            int height,
            int[] out) {
        if (regionWidth > width && regionHeight > height) {
            average(from, left, top, regionWidth, regionHeight, width, height, out);
        } else {
            bilinear(from, left, top, regionWidth, regionHeight, width, height, out);
        }
    }

    private static void average(
            Pixels from,
            float left,
            float top,
            float regionWidth,
            float regionHeight,
            int width,
            int height,
            int[] out) {
        var sums = new long[3 * width];
        var row = new int[3 * width];
        float stepX = regionWidth / width;
        float stepY = regionHeight / height;
        var edges = new int[width + 1];
        for (int x = 0; x <= width; x++) {
            edges[x] = Math.round((left + x * stepX) * ONE);
        }
        for (int y = 0; y < height; y++) {
            int begin = Math.round((top + y * stepY) * ONE);
            int end = Math.max(begin + 1, Math.round((top + (y + 1) * stepY) * ONE));
            java.util.Arrays.fill(sums, 0);
            for (int line = begin >> 8; line << 8 < end; line++) {
                int weight = Math.min(end, (line + 1) << 8) - Math.max(begin, line << 8);
                horizontal(from, Math.clamp(line, 0, from.height() - 1), edges, width, row);
                for (int i = 0; i < row.length; i++) {
                    sums[i] += (long) row[i] * weight;
                }
            }
            divide(sums, edges, end - begin, width, out, y * width);
        }
    }

    private static void divide(long[] sums, int[] edges, int rows, int width, int[] out, int offset) {
        for (int x = 0; x < width; x++) {
            long area = (long) Math.max(1, edges[x + 1] - edges[x]) * rows;
            long half = area / 2;
            int red = (int) ((sums[3 * x] + half) / area);
            int green = (int) ((sums[3 * x + 1] + half) / area);
            int blue = (int) ((sums[3 * x + 2] + half) / area);
            out[offset + x] = red << 16 | green << 8 | blue;
        }
    }

    private static void horizontal(Pixels from, int line, int[] edges, int width, int[] row) {
        int base = line * from.width();
        int last = from.width() - 1;
        var argb = from.argb();
        for (int x = 0; x < width; x++) {
            int begin = edges[x];
            int end = Math.max(begin + 1, edges[x + 1]);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int column = begin >> 8; column << 8 < end; column++) {
                int weight = Math.min(end, (column + 1) << 8) - Math.max(begin, column << 8);
                int pixel = argb[base + Math.clamp(column, 0, last)];
                red += (pixel >> 16 & 255) * weight;
                green += (pixel >> 8 & 255) * weight;
                blue += (pixel & 255) * weight;
            }
            row[3 * x] = red;
            row[3 * x + 1] = green;
            row[3 * x + 2] = blue;
        }
    }

    private static void bilinear(
            Pixels from,
            float left,
            float top,
            float regionWidth,
            float regionHeight,
            int width,
            int height,
            int[] out) {
        float stepX = regionWidth / width;
        float stepY = regionHeight / height;
        for (int y = 0; y < height; y++) {
            int fixedY = Math.round((top + (y + 0.5f) * stepY - 0.5f) * ONE);
            for (int x = 0; x < width; x++) {
                int fixedX = Math.round((left + (x + 0.5f) * stepX - 0.5f) * ONE);
                out[y * width + x] = at(from, fixedX, fixedY);
            }
        }
    }

    /// The colour between four pixels; coordinates in 256ths, the centre of the first pixel at 0.
    static int at(Pixels from, int fixedX, int fixedY) {
        int x0 = Math.clamp(fixedX >> 8, 0, from.width() - 1);
        int y0 = Math.clamp(fixedY >> 8, 0, from.height() - 1);
        int x1 = Math.clamp((fixedX >> 8) + 1, 0, from.width() - 1);
        int y1 = Math.clamp((fixedY >> 8) + 1, 0, from.height() - 1);
        int partX = fixedX & 255;
        int partY = fixedY & 255;
        int upper = mix(from.at(x0, y0), from.at(x1, y0), partX);
        int lower = mix(from.at(x0, y1), from.at(x1, y1), partX);
        return mix(upper, lower, partY);
    }

    /// Red and blue are mixed in one multiplication: 16 bits of room lie between them.
    private static int mix(int one, int other, int part) {
        int redBlue = ((one & 0xFF00FF) * (ONE - part) + (other & 0xFF00FF) * part + 0x800080) >>> 8 & 0xFF00FF;
        int green = ((one & 0x00FF00) * (ONE - part) + (other & 0x00FF00) * part + 0x008000) >>> 8 & 0x00FF00;
        return redBlue | green;
    }
}
