package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.BLUE;
import static io.vestibule.photo.PhotoSamples.GREEN;
import static io.vestibule.photo.PhotoSamples.RED;
import static io.vestibule.photo.PhotoSamples.YELLOW;
import static io.vestibule.photo.PhotoSamples.assertQuarters;
import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.quarters;
import static io.vestibule.photo.PhotoSamples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderOrientationTest {

    /// Where EXIF displays the stored corners: row 0 of value 6 is the right side, and so on.
    private static int[] shown(int orientation) {
        return switch (orientation) {
            case 2 -> new int[] {GREEN, RED, YELLOW, BLUE};
            case 3 -> new int[] {YELLOW, BLUE, GREEN, RED};
            case 4 -> new int[] {BLUE, YELLOW, RED, GREEN};
            case 5 -> new int[] {RED, BLUE, GREEN, YELLOW};
            case 6 -> new int[] {BLUE, RED, YELLOW, GREEN};
            case 7 -> new int[] {YELLOW, GREEN, BLUE, RED};
            case 8 -> new int[] {GREEN, YELLOW, RED, BLUE};
            default -> new int[] {RED, GREEN, BLUE, YELLOW};
        };
    }

    private static void assertShown(byte[] picture, int orientation) throws PhotoException {
        Pixels pixels = door().decode(picture);
        boolean turned = orientation >= 5 && orientation <= 8;
        assertThat(pixels.width()).isEqualTo(turned ? 120 : 160);
        assertThat(pixels.height()).isEqualTo(turned ? 160 : 120);
        assertQuarters(pixels, 12, shown(orientation));
    }

    @ParameterizedTest
    @CsvSource({
        "1,true", "2,true", "3,true", "4,true", "5,true", "6,true", "7,true", "8,true", "3,false", "6,false", "8,false",
        "0,true", "9,true"
    })
    void turnsAJpegUpright(int orientation, boolean bigEndian) throws Exception {
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        assertShown(FileSurgery.jpegWithExif(jpeg, FileSurgery.exif(orientation, bigEndian)), orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsPngWebpAndTiffUpright(int orientation) throws Exception {
        byte[] exif = FileSurgery.exif(orientation, true);
        byte[] named = FileSurgery.join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif);
        byte[] png = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "png");
        byte[] webp = resource("quarters-lossless.webp");

        assertShown(FileSurgery.pngWithChunk(png, "eXIf", exif), orientation);
        assertShown(FileSurgery.webpWithChunk(webp, 160, 120, "EXIF", named), orientation);
        assertShown(FileSurgery.webpWithChunk(webp, 160, 120, "EXIF", exif), orientation);
        assertShown(tiff(orientation), orientation);
    }

    @Test
    void aBrokenExifBlockTurnsNothing() throws Exception {
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] exif = FileSurgery.exif(6, true);
        exif[9] = (byte) 0xFF;
        assertShown(FileSurgery.jpegWithExif(jpeg, java.util.Arrays.copyOf(exif, 20)), 1);
        assertShown(FileSurgery.jpegWithExif(jpeg, new byte[0]), 1);
    }

    /// Uncompressed rows of the four quarters with a TIFF directory that is written here.
    private static byte[] tiff(int orientation) {
        FileSurgery.Numbers out =
                new FileSurgery.Numbers(false).ascii("II").u16(42).u32(8);
        out.u16(10);
        int[][] shorts = {{256, 160}, {257, 120}, {259, 1}, {262, 2}};
        for (int i = 0; i < 2; i++) {
            out.u16(shorts[i][0]).u16(3).u32(1).u32(shorts[i][1]);
        }
        out.u16(258).u16(3).u32(3).u32(134);
        for (int i = 2; i < 4; i++) {
            out.u16(shorts[i][0]).u16(3).u32(1).u32(shorts[i][1]);
        }
        out.u16(273).u16(4).u32(1).u32(140);
        out.u16(274).u16(3).u32(1).u32(orientation);
        out.u16(277).u16(3).u32(1).u32(3);
        out.u16(278).u16(3).u32(1).u32(120);
        out.u16(279).u16(4).u32(1).u32(160 * 120 * 3);
        out.u32(0);
        out.u16(8).u16(8).u16(8);
        BufferedImage image = quarters(BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 160 * 120; i++) {
            int rgb = image.getRGB(i % 160, i / 160);
            out.raw(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
        }
        return out.bytes();
    }
}
