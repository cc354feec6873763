package io.vestibule.photo;

/// The transformation from stored rows to an upright picture: the eight values of EXIF tag 0x0112 (EXIF 2.32, section
/// 4.6.4), in its order, 1 to 8.
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    /// To be turned 90 degrees clockwise.
    RIGHT(true, false, true),
    TRANSVERSE(true, true, true),
    /// To be turned 90 degrees counter-clockwise.
    LEFT(true, true, false);

    private final boolean swapped;
    private final boolean fromRight;
    private final boolean fromBottom;

    /// @param swapped rows become columns
    /// @param fromRight from left to right (or, if swapped, from top to bottom) in the new picture is from right to
    ///     left in the stored one
    /// @param fromBottom the same, vertically
    Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
        this.swapped = swapped;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /// @param exif 1..8; anything else counts as upright, as in picture viewers
    static Orientation of(int exif) {
        return exif >= 1 && exif <= 8 ? values()[exif - 1] : UPRIGHT;
    }

    Pixels apply(Pixels stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int storedWidth = stored.width();
        int storedHeight = stored.height();
        int width = swapped ? storedHeight : storedWidth;
        int height = swapped ? storedWidth : storedHeight;
        int stepX = fromRight ? -1 : 1;
        int stepY = fromBottom ? -storedWidth : storedWidth;
        int start = (fromRight ? storedWidth - 1 : 0) + (fromBottom ? (storedHeight - 1) * storedWidth : 0);
        int alongRow = swapped ? stepY : stepX;
        int alongColumn = swapped ? stepX : stepY;
        int[] from = stored.argb();
        int[] to = new int[from.length];
        int target = 0;
        for (int y = 0; y < height; y++) {
            int source = start + y * alongColumn;
            for (int x = 0; x < width; x++) {
                to[target++] = from[source];
                source += alongRow;
            }
        }
        return new Pixels(width, height, to);
    }
}
