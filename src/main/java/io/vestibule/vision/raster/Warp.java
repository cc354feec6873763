package io.vestibule.vision.raster;

import io.vestibule.photo.Pixels;

/// Draws an aligned face: each pixel of the crop is the mean of a grid of points in the picture, one per picture pixel
/// that it covers. With few points each is blended from its four neighbours; with many the nearest pixel will do.
/// Beyond the picture it is black.
public final class Warp {

    private static final int BITS = 16;
    private static final double ONE = 1 << BITS;
    private static final int HALF = 1 << (BITS - 1);

    /// Points a side; a crop that shrinks by more is sampled sparsely.
    private static final int MOST = 12;

    /// From this many points a side on, no blending.
    private static final int MANY = 5;

    private Warp() {}

    public static void draw(Pixels pixels, Alignment alignment, Patch patch) {
        double square = alignment.a() * alignment.a() + alignment.b() * alignment.b() + 1e-18;
        double cos = alignment.a() / square * ONE;
        double sin = alignment.b() / square * ONE;
        int side = Math.clamp((int) Math.ceil(alignment.reduction() - 0.05), 1, MOST);
        long across = Math.round(cos / side);
        long down = Math.round(sin / side);
        double left = 0.5 / side - 0.5 - alignment.shiftX();
        double top = 0.5 / side - 0.5 - alignment.shiftY();
        int[] rgb = patch.rgb();
        for (int row = 0; row < patch.height(); row++) {
            long x = Math.round(cos * left + sin * (top + row));
            long y = Math.round(cos * (top + row) - sin * left);
            for (int column = 0; column < patch.width(); column++) {
                rgb[row * patch.width() + column] = side < MANY
                        ? blend(pixels, x, y, across, down, side)
                        : pick(pixels, x + HALF, y + HALF, across, down, side);
                x += across * side;
                y -= down * side;
            }
        }
    }

    /// Mean of `side` times `side` points from (`x`, `y`) on: one step across the crop leads by (`across`, `-down`).
    private static int pick(Pixels pixels, long x, long y, long across, long down, int side) {
        int[] argb = pixels.argb();
        int width = pixels.width();
        int height = pixels.height();
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < side; i++) {
            long u = x + down * i;
            long v = y + across * i;
            for (int k = 0; k < side; k++) {
                long column = u >> BITS;
                long line = v >> BITS;
                if (column >= 0 && line >= 0 && column < width && line < height) {
                    int pixel = argb[(int) line * width + (int) column];
                    red += pixel >> 16 & 0xFF;
                    green += pixel >> 8 & 0xFF;
                    blue += pixel & 0xFF;
                }
                u += across;
                v -= down;
            }
        }
        return mean(red, green, blue, side * side);
    }

    /// As [#pick], but each point takes from its four neighbours by their nearness.
    private static int blend(Pixels pixels, long x, long y, long across, long down, int side) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < side; i++) {
            for (int k = 0; k < side; k++) {
                int pixel = between(pixels, x + down * i + across * k, y + across * i - down * k);
                red += pixel >> 16;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        return mean(red, green, blue, side * side);
    }

    private static int mean(int red, int green, int blue, int count) {
        int half = count / 2;
        return (((red + half) / count) << 16) | (((green + half) / count) << 8) | ((blue + half) / count);
    }

    /// The colour between four pixels, `0x00RRGGBB`.
    private static int between(Pixels pixels, long x, long y) {
        int width = pixels.width();
        if (x < 0 || y < 0 || (x >> BITS) >= width || (y >> BITS) >= pixels.height()) {
            return 0;
        }
        int column = (int) (x >> BITS);
        int row = (int) (y >> BITS);
        int[] argb = pixels.argb();
        int here = row * width + column;
        int right = column + 1 < width ? 1 : 0;
        int below = row + 1 < pixels.height() ? width : 0;
        int shareX = (int) (x >> (BITS - 8)) & 0xFF;
        int shareY = (int) (y >> (BITS - 8)) & 0xFF;
        int fourth = (shareX * shareY) >> 8;
        int second = shareX - fourth;
        int third = shareY - fourth;
        int first = 256 - shareX - third;
        int p1 = argb[here];
        int p2 = argb[here + right];
        int p3 = argb[here + below];
        int p4 = argb[here + below + right];
        int redBlue =
                (p1 & 0xFF00FF) * first + (p2 & 0xFF00FF) * second + (p3 & 0xFF00FF) * third + (p4 & 0xFF00FF) * fourth;
        int green = (p1 & 0xFF00) * first + (p2 & 0xFF00) * second + (p3 & 0xFF00) * third + (p4 & 0xFF00) * fourth;
        return ((redBlue >>> 8) & 0xFF00FF) | ((green >>> 8) & 0xFF00);
    }
}
