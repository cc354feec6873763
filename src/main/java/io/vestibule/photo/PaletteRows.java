package io.vestibule.photo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/// Rows of an image with a palette.
final class PaletteRows extends Rows {

    private final int[] colours;
    private final int[] line;

    PaletteRows(BufferedImage image, IndexColorModel palette) {
        super(image);
        colours = new int[palette.getMapSize()];
        line = new int[width];
        palette.getRGBs(colours);
        for (int i = 0; i < colours.length; i++) {
            int colour = colours[i];
            colours[i] = overWhite(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, colour >>> 24, false);
        }
    }

    @Override
    void read(int y, int[] argb, int offset) {
        raster.getSamples(0, y, width, 1, 0, line);
        for (int x = 0; x < width; x++) {
            argb[offset + x] = line[x] < colours.length ? colours[line[x]] : 0xFFFFFFFF;
        }
    }
}
