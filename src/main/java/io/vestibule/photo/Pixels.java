package io.vestibule.photo;

/// A decoded picture: rows from the top, each pixel `0xFFRRGGBB` in sRGB, upright.
///
/// The array is not copied: the caller hands over ownership and must not write to it again.
///
/// @param width 1 or more
/// @param height 1 or more
/// @param argb exactly `width * height` values, opaque
@SuppressWarnings("ArrayRecordComponent") // a copy of 10 megapixels per access would cost more than the safety is worth
public record Pixels(int width, int height, int[] argb) {

    public Pixels {
        if (width < 1 || height < 1 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(width + " x " + height + " does not fit " + argb.length + " pixels");
        }
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    /// The part of this picture inside the rectangle, clipped to the picture. At least one pixel remains.
    public Pixels crop(int x, int y, int cropWidth, int cropHeight) {
        int left = Math.clamp(x, 0, width - 1);
        int top = Math.clamp(y, 0, height - 1);
        int right = Math.clamp((long) x + cropWidth, left + 1, width);
        int bottom = Math.clamp((long) y + cropHeight, top + 1, height);
        if (right - left == width && bottom - top == height) {
            return this;
        }
        int[] part = new int[(right - left) * (bottom - top)];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(argb, row * width + left, part, (row - top) * (right - left), right - left);
        }
        return new Pixels(right - left, bottom - top, part);
    }

    /// This picture at another size; each new pixel is the average of the area it covers.
    public Pixels scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        BoxAverage average = new BoxAverage(width, height, newWidth, newHeight);
        for (int row = 0; row < height; row++) {
            average.add(argb, row * width);
        }
        return average.pixels();
    }

    /// This picture rotated clockwise.
    ///
    /// @param quarterTurns any number; 1 is 90 degrees clockwise, -1 is 90 degrees the other way
    public Pixels turned(int quarterTurns) {
        return switch (Math.floorMod(quarterTurns, 4)) {
            case 1 -> Orientation.RIGHT.apply(this);
            case 2 -> Orientation.UPSIDE_DOWN.apply(this);
            case 3 -> Orientation.LEFT.apply(this);
            default -> this;
        };
    }
}
