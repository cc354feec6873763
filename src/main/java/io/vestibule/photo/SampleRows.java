package io.vestibule.photo;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;

/// Rows of gray or RGB samples of any integer size and layout, such as 16 bits or packed into an int.
final class SampleRows extends Rows {

    private final int bands;
    private final int[] greatest;
    private final int[] line;
    private final boolean alpha;
    private final boolean premultiplied;

    SampleRows(BufferedImage image) {
        super(image);
        bands = raster.getNumBands();
        greatest = new int[bands];
        line = new int[bands * width];
        for (int band = 0; band < bands; band++) {
            greatest[band] = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
        }
        alpha = image.getColorModel().hasAlpha();
        premultiplied = image.getColorModel().isAlphaPremultiplied();
    }

    /// Whether the image is gray or RGB in integers of at most 16 bits.
    static boolean reads(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int space = colours.getColorSpace().getType();
        int type = image.getRaster().getDataBuffer().getDataType();
        boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT;
        for (int size : image.getRaster().getSampleModel().getSampleSize()) {
            whole &= size <= 16;
        }
        return whole && (space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY);
    }

    @Override
    void read(int y, int[] argb, int offset) {
        raster.getPixels(0, y, width, 1, line);
        int colours = alpha ? bands - 1 : bands;
        for (int x = 0, at = 0; x < width; x++, at += bands) {
            int red = sample(at, 0);
            int green = colours < 3 ? red : sample(at, 1);
            int blue = colours < 3 ? red : sample(at, 2);
            int opacity = alpha ? sample(at, bands - 1) : 255;
            argb[offset + x] = overWhite(red, green, blue, opacity, premultiplied);
        }
    }

    private int sample(int at, int band) {
        int most = greatest[band];
        return most == 255 ? line[at + band] : (line[at + band] * 255 + most / 2) / most;
    }
}
