package io.vestibule.bench;

import io.vestibule.photo.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/// The pixels of a frame as an AWT image, without a copy: what webcam libraries return.
final class Buffered {

    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);

    private Buffered() {}

    static BufferedImage over(Pixels pixels) {
        var data = new DataBufferInt(pixels.argb(), pixels.argb().length);
        var raster =
                Raster.createPackedRaster(data, pixels.width(), pixels.height(), pixels.width(), RGB.getMasks(), null);
        return new BufferedImage(RGB, raster, false, null);
    }
}
