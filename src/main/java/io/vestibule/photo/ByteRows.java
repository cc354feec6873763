package io.vestibule.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;

/// Rows of gray or RGB bytes, with or without alpha, read straight from their array: the format that nearly every
/// file is decoded to.
final class ByteRows extends Rows {

    private final byte[] data;
    private final int origin;
    private final int rowStep;
    private final int pixelStep;
    private final int[] bands;
    private final boolean alpha;
    private final boolean premultiplied;

    ByteRows(BufferedImage image) {
        super(image);
        var samples = (PixelInterleavedSampleModel) raster.getSampleModel();
        var buffer = (DataBufferByte) raster.getDataBuffer();
        data = buffer.getData();
        rowStep = samples.getScanlineStride();
        pixelStep = samples.getPixelStride();
        bands = samples.getBandOffsets();
        origin = buffer.getOffset()
                - raster.getSampleModelTranslateX() * pixelStep
                - raster.getSampleModelTranslateY() * rowStep;
        alpha = image.getColorModel().hasAlpha();
        premultiplied = image.getColorModel().isAlphaPremultiplied();
    }

    @Override
    void read(int y, int[] argb, int offset) {
        int at = origin + y * rowStep;
        boolean gray = bands.length < 3;
        int red = bands[0];
        int green = gray ? red : bands[1];
        int blue = gray ? red : bands[2];
        int opacity = bands[bands.length - 1];
        for (int x = 0; x < width; x++, at += pixelStep) {
            int r = data[at + red] & 0xFF;
            int g = data[at + green] & 0xFF;
            int b = data[at + blue] & 0xFF;
            argb[offset + x] = alpha
                    ? overWhite(r, g, b, data[at + opacity] & 0xFF, premultiplied)
                    : 0xFF000000 | r << 16 | g << 8 | b;
        }
    }
}
