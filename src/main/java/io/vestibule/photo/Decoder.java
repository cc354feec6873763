package io.vestibule.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// From bytes to pixels.
final class Decoder {

    private final PhotoLimits limits;

    Decoder(PhotoLimits limits) {
        this.limits = limits;
    }

    Pixels decode(byte[] file) throws PhotoException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new PhotoException(new PhotoFailure.NotAnImage());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > limits.maxPixels()) {
                    throw new PhotoException(
                            new PhotoFailure.TooManyPixels(width, height, limits.maxPixels() / 1_000_000));
                }
                var image = reader.read(0);
                int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
                for (int i = 0; i < argb.length; i++) {
                    argb[i] |= 0xFF000000;
                }
                return new Pixels(width, height, argb);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new PhotoException(new PhotoFailure.Damaged(), e);
        }
    }
}
