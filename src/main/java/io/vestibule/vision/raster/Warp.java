package io.vestibule.vision.raster;

import io.vestibule.photo.Pixels;

/// Draws an aligned face: each pixel of the crop is the mean of a grid of points in the picture, about one per
/// picture pixel that it covers, each interpolated from its four neighbours. Outside the picture it is black.
public final class Warp {

    private static final int EVEN = 0x00FF00FF;
    private static final int ROUND = 0x00800080;

    /// Number of fraction bits in positions in the picture.
    private static final int BITS = 16;

    private static final double ONE = 1 << BITS;

    /// Points per side; a crop that shrinks by more is sampled sparsely.
    private static final int MOST = 12;

    private Warp() {}

    public static void draw(Pixels pixels, Alignment alignment, Patch patch) {
        double square = alignment.a() * alignment.a() + alignment.b() * alignment.b() + 1e-18;
        double cos = alignment.a() / square * ONE;
        double sin = alignment.b() / square * ONE;
        int side = Math.clamp((int) Math.ceil(alignment.reduction() * 0.9), 1, MOST);
        long across = Math.round(cos / side);
        long down = Math.round(sin / side);
        double left = 0.5 / side - 0.5 - alignment.shiftX();
        double top = 0.5 / side - 0.5 - alignment.shiftY();
        int[] rgb = patch.rgb();
        for (int row = 0; row < patch.height(); row++) {
            long x = Math.round(cos * left + sin * (top + row));
            long y = Math.round(cos * (top + row) - sin * left);
            long reach = (long) patch.width() * side;
            boolean inside = isInside(pixels, x, y)
                    && isInside(pixels, x + across * reach, y - down * reach)
                    && isInside(pixels, x + down * side, y + across * side)
                    && isInside(pixels, x + across * reach + down * side, y - down * reach + across * side);
            for (int column = 0; column < patch.width(); column++) {
                int at = row * patch.width() + column;
                rgb[at] = inside
                        ? within(pixels, (int) x, (int) y, (int) across, (int) down, side)
                        : anywhere(pixels, x, y, across, down, side);
                x += across * side;
                y -= down * side;
            }
        }
    }

    /// Whether the point, and the pixels to its right and below, are in the picture and its position fits an `int`.
    private static boolean isInside(Pixels pixels, long x, long y) {
        return x >= 0
                && y >= 0
                && x >> BITS < Math.min(pixels.width() - 1, Short.MAX_VALUE)
                && y >> BITS < Math.min(pixels.height() - 1, Short.MAX_VALUE);
    }

    /// Mean of `side` times `side` points from (`x`, `y`) on: one step across the crop moves by (`across`, `-down`).
    private static int within(Pixels pixels, int x, int y, int across, int down, int side) {
        int[] argb = pixels.argb();
        int width = pixels.width();
        int redBlue = 0;
        int green = 0;
        for (int i = 0; i < side; i++) {
            int u = x + down * i;
            int v = y + across * i;
            for (int k = 0; k < side; k++) {
                int here = (v >> BITS) * width + (u >> BITS);
                int pixel =
                        blend(argb[here], argb[here + 1], argb[here + width], argb[here + width + 1], u >> 8, v >> 8);
                redBlue += pixel & EVEN;
                green += pixel >> 8 & 0xFF;
                u += across;
                v -= down;
            }
        }
        return mean(redBlue, green, side * side);
    }

    /// As [#within], for points that may lie outside the picture.
    private static int anywhere(Pixels pixels, long x, long y, long across, long down, int side) {
        int[] argb = pixels.argb();
        int width = pixels.width();
        int redBlue = 0;
        int green = 0;
        for (int i = 0; i < side; i++) {
            for (int k = 0; k < side; k++) {
                long u = x + down * i + across * k;
                long v = y + across * i - down * k;
                if (u < 0 || v < 0 || (u >> BITS) >= width || (v >> BITS) >= pixels.height()) {
                    continue;
                }
                int here = (int) (v >> BITS) * width + (int) (u >> BITS);
                int right = (u >> BITS) + 1 < width ? 1 : 0;
                int below = (v >> BITS) + 1 < pixels.height() ? width : 0;
                int pixel = blend(
                        argb[here],
                        argb[here + right],
                        argb[here + below],
                        argb[here + below + right],
                        (int) (u >> 8),
                        (int) (v >> 8));
                redBlue += pixel & EVEN;
                green += pixel >> 8 & 0xFF;
            }
        }
        return mean(redBlue, green, side * side);
    }

    /// Interpolates between four pixels; the low 8 bits of `x` and `y` are the position between them.
    private static int blend(int here, int right, int below, int across, int x, int y) {
        int shareX = x & 0xFF;
        int shareY = y & 0xFF;
        int fourth = (shareX * shareY) >> 8;
        int second = shareX - fourth;
        int third = shareY - fourth;
        int first = 256 - shareX - third;
        int redBlue =
                (here & EVEN) * first + (right & EVEN) * second + (below & EVEN) * third + (across & EVEN) * fourth;
        int green = (here & 0xFF00) * first
                + (right & 0xFF00) * second
                + (below & 0xFF00) * third
                + (across & 0xFF00) * fourth;
        return (((redBlue + ROUND) >>> 8) & EVEN) | (((green + 0x8000) >>> 8) & 0xFF00);
    }

    /// @param redBlue sums of both, 16 bits each
    private static int mean(int redBlue, int green, int count) {
        int half = count / 2;
        int red = ((redBlue >>> 16) + half) / count;
        int blue = ((redBlue & 0xFFFF) + half) / count;
        return (red << 16) | (((green + half) / count) << 8) | blue;
    }
}
