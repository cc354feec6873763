package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.busy;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// For any bytes the result is a picture or a rejection: never another exception, never a hang.
class PhotoDecoderFuzzTest {

    private static final int MUTATIONS = 300;

    static Stream<Arguments> samples() {
        BufferedImage colour = busy(120, 96, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage palette = busy(120, 96, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] jpeg = file(colour, "jpeg");
        return Stream.of(
                Arguments.of("jpeg", jpeg),
                Arguments.of("jpeg with exif", FileSurgery.jpegWithExif(jpeg, FileSurgery.exif(6, true))),
                Arguments.of("progressive jpeg", file(colour, "jpeg", "progressive")),
                Arguments.of("cmyk jpeg", resource("quarters-cmyk.jpg")),
                Arguments.of("png", file(colour, "png")),
                Arguments.of("palette png", file(palette, "png")),
                Arguments.of("gif", file(palette, "gif")),
                Arguments.of("bmp", file(colour, "bmp")),
                Arguments.of("packed bmp", file(palette, "bmp", "BI_RLE8")),
                Arguments.of("tiff", file(colour, "tiff")),
                Arguments.of("lzw tiff", file(colour, "tiff", "LZW")),
                Arguments.of("jpeg tiff", file(colour, "tiff", "JPEG")),
                Arguments.of("cmyk tiff", resource("quarters-cmyk.tif")),
                Arguments.of("lossy webp", resource("quarters-lossy.webp")),
                Arguments.of("lossless webp", resource("quarters-lossless.webp")),
                Arguments.of("transparent webp", resource("half-transparent.webp")),
                Arguments.of("animated webp", resource("animated.webp")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void endsInPixelsOrRefusal(String name, byte[] file) {
        Random random = new Random(name.hashCode());
        PhotoDecoder door = new PhotoDecoder(
                new PhotoLimits(20_000_000, 1_000_000, 30_000, 80, 4_000, Duration.ofSeconds(10))); // keeps it fast
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] hostile = mutated(file, random);
            try {
                Pixels pixels = door.decode(hostile);
                assertThat(pixels.argb()).hasSize(pixels.width() * pixels.height());
            } catch (PhotoException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /// Most changes hit the first bytes, where the headers are.
    private static byte[] mutated(byte[] file, Random random) {
        byte[] hostile = file.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int reach = random.nextBoolean() ? Math.min(200, hostile.length) : hostile.length;
            int at = random.nextInt(reach);
            hostile[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) 0xFF;
                case 1 -> 0;
                case 2 -> (byte) (hostile[at] ^ 1 << random.nextInt(8));
                default -> (byte) random.nextInt(256);
            };
        }
        return hostile;
    }
}
