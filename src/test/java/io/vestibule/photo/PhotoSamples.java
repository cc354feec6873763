package io.vestibule.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Picture files created by the test, and the few in formats that nothing here can write.
final class PhotoSamples {

    static final int RED = 0xC82828;
    static final int GREEN = 0x28A03C;
    static final int BLUE = 0x3246C8;
    static final int YELLOW = 0xE6D23C;

    private PhotoSamples() {}

    /// Red, green / blue, yellow; 160 x 120.
    static BufferedImage quarters(int type) {
        BufferedImage image = new BufferedImage(160, 120, type);
        Graphics2D g = image.createGraphics();
        int[] colours = {RED, GREEN, BLUE, YELLOW};
        for (int i = 0; i < 4; i++) {
            g.setColor(new Color(colours[i]));
            g.fillRect(i % 2 * 80, i / 2 * 60, 80, 60);
        }
        g.dispose();
        return image;
    }

    /// A picture with detail everywhere, so that a cut anywhere loses some of it.
    static BufferedImage busy(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int wave = (int) (60 * Math.sin(x / 7.0) + 60 * Math.cos(y / 5.0));
                image.setRGB(x, y, 0xFF000000 | (128 + wave) << 16 | (x * 3 & 0xFF) << 8 | ((x ^ y) & 0xFF));
            }
        }
        return image;
    }

    static byte[] file(BufferedImage image, String format) {
        return file(image, format, null);
    }

    /// @param compression of the writer, or null for its default; "progressive" for a progressive JPEG
    static byte[] file(BufferedImage image, String format, @org.jspecify.annotations.Nullable String compression) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if ("progressive".equals(compression)) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else if (compression != null) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType(compression);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] resource(String name) {
        try (InputStream in = PhotoSamples.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static PhotoDecoder door() {
        return new PhotoDecoder(PhotoLimits.DEFAULT);
    }

    /// The centre of each quarter has its original colour, within the tolerance for compression.
    static void assertQuarters(Pixels pixels, int tolerance, int... colours) {
        int w = pixels.width();
        int h = pixels.height();
        int[] seen = {
            pixels.at(w / 4, h / 4),
            pixels.at(3 * w / 4, h / 4),
            pixels.at(w / 4, 3 * h / 4),
            pixels.at(3 * w / 4, 3 * h / 4)
        };
        for (int i = 0; i < 4; i++) {
            assertColour(seen[i], colours[i], tolerance);
        }
    }

    static void assertColour(int seen, int wanted, int tolerance) {
        assertThat(seen >>> 24).as("opaque").isEqualTo(255);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(Math.abs((seen >> shift & 0xFF) - (wanted >> shift & 0xFF)))
                    .as("%06x against %06x", seen & 0xFFFFFF, wanted)
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}
