package io.vestibule.photo;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/// The rows of a decoded image as opaque `0xFFRRGGBB`, whatever format the decoder uses. Transparent parts are
/// blended with white. Gray values are used unchanged: `BufferedImage.getRGB` would brighten them, since Java's gray
/// is linear and that of files is not.
abstract class Rows {

    final Raster raster;
    final int width;
    private final int height;

    Rows(BufferedImage image) {
        this.raster = image.getRaster();
        this.width = image.getWidth();
        this.height = image.getHeight();
    }

    static Rows of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel index) {
            return new PaletteRows(image, index);
        }
        boolean plain =
                colours.getNumColorComponents() == image.getRaster().getNumBands() - (colours.hasAlpha() ? 1 : 0)
                        && SampleRows.reads(image);
        if (!plain) {
            return new ConvertedRows(image);
        }
        boolean bytes = image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel
                && image.getRaster().getDataBuffer() instanceof DataBufferByte;
        return bytes ? new ByteRows(image) : new SampleRows(image);
    }

    /// Writes row `y` to `argb` from `offset` on.
    abstract void read(int y, int[] argb, int offset);

    Pixels scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            int[] argb = new int[width * height];
            for (int y = 0; y < height; y++) {
                read(y, argb, y * width);
            }
            return new Pixels(width, height, argb);
        }
        BoxAverage average = new BoxAverage(width, height, newWidth, newHeight);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            read(y, row, 0);
            average.add(row, 0);
        }
        return average.pixels();
    }

    /// @param alpha 0..255
    /// @param premultiplied whether the colours are already multiplied by the alpha
    static int overWhite(int red, int green, int blue, int alpha, boolean premultiplied) {
        if (alpha == 255) {
            return 0xFF000000 | red << 16 | green << 8 | blue;
        }
        int white = 255 - alpha;
        if (premultiplied) {
            return 0xFF000000
                    | Math.min(255, red + white) << 16
                    | Math.min(255, green + white) << 8
                    | Math.min(255, blue + white);
        }
        return 0xFF000000 | over(red, alpha, white) << 16 | over(green, alpha, white) << 8 | over(blue, alpha, white);
    }

    private static int over(int value, int alpha, int white) {
        return (value * alpha + 255 * white + 127) / 255;
    }
}
