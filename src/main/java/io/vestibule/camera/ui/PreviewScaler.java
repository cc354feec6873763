package io.vestibule.camera.ui;

import javafx.geometry.Rectangle2D;

/// Scales a picture to the exact pixels of its display area, mirrored, and cropped to the centre where the area has
/// another aspect ratio. For computers without a graphics card: drawing a picture of the right size takes JavaFX a
/// third of the time of drawing one that it has to scale.
///
/// Bilinear: each pixel lies between four of the picture. First two rows are blended, a loop that the JIT compiler
/// vectorises, then neighbours in that row.
final class PreviewScaler {

    private static final int ONE = 256;

    private final int[] rows;
    private final int[] rowShares;
    private final int[] columns;
    private final int[] columnShares;
    private final int[] line;

    /// @param width,height of the picture, 2 or more
    /// @param placeWidth,placeHeight in pixels of the screen, 1 or more
    PreviewScaler(int width, int height, int placeWidth, int placeHeight) {
        Rectangle2D part = middle(width, height, (double) placeWidth / placeHeight);
        rows = new int[placeHeight];
        rowShares = new int[placeHeight];
        for (int y = 0; y < placeHeight; y++) {
            between(rows, rowShares, y, part.getMinY() + (y + 0.5) * part.getHeight() / placeHeight, height);
        }
        columns = new int[placeWidth];
        columnShares = new int[placeWidth];
        for (int x = 0; x < placeWidth; x++) {
            between(columns, columnShares, x, part.getMaxX() - (x + 0.5) * part.getWidth() / placeWidth, width);
        }
        line = new int[width];
    }

    /// The part of a picture that is shown in an area of another aspect ratio.
    ///
    /// @param aspect width of the area to its height
    static Rectangle2D middle(double width, double height, double aspect) {
        double across = Math.min(width, height * aspect);
        double down = Math.min(height, width / aspect);
        return new Rectangle2D((width - across) / 2, (height - down) / 2, across, down);
    }

    /// @param centre position of the new pixel's centre, in pixels of the picture
    private static void between(int[] first, int[] shares, int at, double centre, int size) {
        double place = Math.clamp(centre - 0.5, 0, size - 1.0);
        first[at] = Math.min((int) place, size - 2);
        shares[at] = (int) Math.round((place - first[at]) * ONE);
    }

    /// @param picture opaque pixels, `width` times `height`
    /// @param screen overwritten, `placeWidth` times `placeHeight`
    void draw(int[] picture, int[] screen) {
        int out = 0;
        for (int y = 0; y < rows.length; y++) {
            blend(picture, rows[y] * line.length, rowShares[y]);
            for (int x = 0; x < columns.length; x++) {
                int left = columns[x];
                screen[out++] = mixed(line[left], line[left + 1], columnShares[x]);
            }
        }
    }

    private void blend(int[] picture, int above, int share) {
        int below = above + line.length;
        for (int x = 0; x < line.length; x++) {
            line[x] = mixed(picture[above + x], picture[below + x], share);
        }
    }

    /// Red and blue in one multiplication, because their products do not overlap.
    private static int mixed(int one, int other, int share) {
        int rest = ONE - share;
        int redBlue = ((one & 0xFF00FF) * rest + (other & 0xFF00FF) * share) >>> 8 & 0xFF00FF;
        int green = ((one >>> 8 & 0xFF) * rest + (other >>> 8 & 0xFF) * share) & 0xFF00;
        return 0xFF000000 | redBlue | green;
    }
}
