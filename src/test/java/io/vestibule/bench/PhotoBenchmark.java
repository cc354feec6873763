package io.vestibule.bench;

import io.vestibule.photo.Photo;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a JPEG of 12 megapixels, as a phone takes it, to the final photo of 1920 pixels. The baseline is what the JDK
/// offers: read, halve while that is possible, scale, write; without checks of the file, and JPEG only.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PhotoBenchmark {

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;

    private final PhotoDecoder door = new PhotoDecoder(PhotoLimits.DEFAULT);
    private final PhotoEncoder maker = PhotoEncoder.standard();
    private byte[] file = new byte[0];

    @Setup
    public void setUp() {
        var random = new Random(1);
        var pixels = new int[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int light = (int) (128 + 60 * Math.sin(x / 40.0) + 40 * Math.cos(y / 31.0)) + random.nextInt(12);
            pixels[i] = 0xFF000000 | light << 16 | (light * 3 / 4) << 8 | light / 2;
        }
        file = new PhotoEncoder(WIDTH, 0.9f, 20_000_000)
                .encode(new Pixels(WIDTH, HEIGHT, pixels))
                .bytes();
    }

    @Benchmark
    public Photo photo() throws PhotoException {
        return maker.encode(door.decode(file));
    }

    @Benchmark
    public byte[] baseline() throws IOException {
        ImageIO.setUseCache(false);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        while (image.getWidth() >= 2 * PhotoEncoder.LONG_SIDE) {
            image = scaled(image, image.getWidth() / 2, image.getHeight() / 2);
        }
        image = scaled(image, PhotoEncoder.LONG_SIDE, PhotoEncoder.LONG_SIDE * image.getHeight() / image.getWidth());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return scaled;
    }
}
