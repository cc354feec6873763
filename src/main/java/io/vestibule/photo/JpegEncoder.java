package io.vestibule.photo;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Encodes pixels as JPEG with the JDK's own writer, which adds a JFIF header and nothing else.
final class JpegEncoder {

    private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF};
    private static final ColorModel RGB = new DirectColorModel(24, MASKS[0], MASKS[1], MASKS[2]);

    private JpegEncoder() {}

    static byte[] encode(Pixels pixels, float quality) {
        ImageWriter writer = writer();
        var bytes = new ByteArrayOutputStream(pixels.width() * pixels.height() / 4 + 1024);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(pixels), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// The pixels as an image over the same array.
    static BufferedImage image(Pixels pixels) {
        int width = pixels.width();
        var data = new DataBufferInt(pixels.argb(), pixels.argb().length);
        WritableRaster raster = Raster.createPackedRaster(data, width, pixels.height(), width, MASKS, null);
        return new BufferedImage(RGB, raster, false, null);
    }

    private static ImageWriter writer() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("The JDK's JPEG writer is missing");
    }
}
