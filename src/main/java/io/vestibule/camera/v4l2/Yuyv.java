package io.vestibule.camera.v4l2;

import io.vestibule.photo.Pixels;

/// Converts two pixels in four bytes (Y U Y V) to RGB, by the limited-range matrix of ITU-R BT.601 in 16-bit fixed
/// point.
final class Yuyv {

    private Yuyv() {}

    /// @param stride bytes from one row to the next
    static void convert(byte[] bytes, int stride, Pixels into) {
        int[] argb = into.argb();
        int width = into.width();
        for (int row = 0; row < into.height(); row++) {
            int from = row * stride;
            int to = row * width;
            for (int x = 0; x + 1 < width; x += 2, from += 4) {
                int u = (bytes[from + 1] & 0xFF) - 128;
                int v = (bytes[from + 3] & 0xFF) - 128;
                int red = 104_597 * v;
                int green = -25_675 * u - 53_279 * v;
                int blue = 132_201 * u;
                argb[to + x] = pixel(bytes[from] & 0xFF, red, green, blue);
                argb[to + x + 1] = pixel(bytes[from + 2] & 0xFF, red, green, blue);
            }
        }
    }

    private static int pixel(int y, int red, int green, int blue) {
        int light = 76_309 * (y - 16) + 32_768;
        int r = Math.clamp((light + red) >> 16, 0, 255);
        int g = Math.clamp((light + green) >> 16, 0, 255);
        int b = Math.clamp((light + blue) >> 16, 0, 255);
        return 0xFF000000 | r << 16 | g << 8 | b;
    }
}
