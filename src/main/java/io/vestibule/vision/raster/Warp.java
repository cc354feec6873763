package io.vestibule.vision.raster;

import io.vestibule.photo.Pixels;

/// Draws an aligned face: each pixel of the crop is the mean of a grid of points in the picture, one per picture pixel
/// that it covers, each blended from its four neighbours. Beyond the picture it is black.
public final class Warp {

    private static final int BITS = 16;
    private static final double ONE = 1 << BITS;
    private static final int MOST = 12; // points a side; a crop that shrinks by more is sampled sparsely

    private Warp() {}

    public static void draw(Pixels pixels, Alignment alignment, Patch patch) {
        int side = Math.clamp((int) Math.ceil(alignment.reduction() - 0.05), 1, MOST);
        double square = alignment.a() * alignment.a() + alignment.b() * alignment.b() + 1e-18;
        double cos = alignment.a() / square;
        double sin = alignment.b() / square;
        long stepX = Math.round(cos / side * ONE);
        long stepY = Math.round(-sin / side * ONE);
        for (int row = 0; row < patch.height(); row++) {
            for (int column = 0; column < patch.width(); column++) {
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int i = 0; i < side; i++) {
                    double u = (column - 0.5 + 0.5 / side) - alignment.shiftX();
                    double v = row + ((i + 0.5) / side - 0.5) - alignment.shiftY();
                    long x = Math.round((cos * u + sin * v) * ONE);
                    long y = Math.round((cos * v - sin * u) * ONE);
                    for (int k = 0; k < side; k++) {
                        int pixel = at(pixels, x, y);
                        red += pixel >> 16;
                        green += pixel >> 8 & 0xFF;
                        blue += pixel & 0xFF;
                        x += stepX;
                        y += stepY;
                    }
                }
                int count = side * side;
                int half = count / 2;
                patch.rgb()[row * patch.width() + column] =
                        (((red + half) / count) << 16) | (((green + half) / count) << 8) | ((blue + half) / count);
            }
        }
    }

    /// The colour between four pixels, `0x00RRGGBB`.
    private static int at(Pixels pixels, long x, long y) {
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
