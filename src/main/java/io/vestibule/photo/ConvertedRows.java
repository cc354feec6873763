package io.vestibule.photo;

import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;

/// Rows of an image in an unusual colour space (CMYK, Lab, floating point), converted to sRGB a band at a time.
final class ConvertedRows extends Rows {

    private static final int BAND_ROWS = 64;

    private final BufferedImage image;
    private final ColorConvertOp toSrgb = new ColorConvertOp(null);
    private BufferedImage band;
    private int bandTop;

    ConvertedRows(BufferedImage image) {
        super(image);
        this.image = image;
        this.band = convert(0);
    }

    @Override
    void read(int y, int[] argb, int offset) {
        if (y < bandTop || y >= bandTop + BAND_ROWS) {
            bandTop = y - y % BAND_ROWS;
            band = convert(bandTop);
        }
        band.getRGB(0, y - bandTop, width, 1, argb, offset, width);
        for (int x = offset; x < offset + width; x++) {
            int colour = argb[x];
            argb[x] = overWhite(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, colour >>> 24, false);
        }
    }

    private BufferedImage convert(int top) {
        int rows = Math.min(BAND_ROWS, image.getHeight() - top);
        BufferedImage target = new BufferedImage(width, rows, BufferedImage.TYPE_INT_ARGB);
        toSrgb.filter(image.getSubimage(0, top, width, rows), target);
        return target;
    }
}
