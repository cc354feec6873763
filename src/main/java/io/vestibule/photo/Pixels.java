package io.vestibule.photo;

/// A decoded picture: rows from the top, each pixel `0xFFRRGGBB` in sRGB, upright.
///
/// The array is not copied: whoever made it hands it over and must not write to it again.
///
/// @param width 1 or more
/// @param height 1 or more
/// @param argb exactly `width * height` values, opaque
@SuppressWarnings("ArrayRecordComponent") // a copy of 10 megapixels per look would cost more than the guard is worth
public record Pixels(int width, int height, int[] argb) {

    public Pixels {
        if (width < 1 || height < 1 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(width + " x " + height + " does not fit " + argb.length + " pixels");
        }
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }
}
