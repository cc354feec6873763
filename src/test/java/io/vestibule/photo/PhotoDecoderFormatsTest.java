package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.BLUE;
import static io.vestibule.photo.PhotoSamples.GREEN;
import static io.vestibule.photo.PhotoSamples.RED;
import static io.vestibule.photo.PhotoSamples.YELLOW;
import static io.vestibule.photo.PhotoSamples.assertColour;
import static io.vestibule.photo.PhotoSamples.assertQuarters;
import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.quarters;
import static io.vestibule.photo.PhotoSamples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderFormatsTest {

    @ParameterizedTest
    @CsvSource({
        "jpeg, JPEG, 12",
        "jpeg, progressive, 12",
        "png, Deflate, 0",
        "bmp, BI_RGB, 0",
        "tiff, None, 0",
        "tiff, LZW, 0",
        "tiff, ZLib, 0",
        "tiff, Deflate, 0",
        "tiff, PackBits, 0",
        "tiff, JPEG, 12"
    })
    void keepsTheColoursOfEachFormat(String format, String compression, int tolerance) throws Exception {
        byte[] file = file(quarters(BufferedImage.TYPE_3BYTE_BGR), format, compression);
        Pixels pixels = door().decode(file);
        assertThat(pixels.width()).isEqualTo(160);
        assertThat(pixels.height()).isEqualTo(120);
        assertQuarters(pixels, tolerance, RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @CsvSource({
        "quarters-lossy.webp, 8",
        "quarters-lossless.webp, 0",
        "animated.webp, 16",
        "quarters-cmyk.jpg, 24",
        "quarters-cmyk.tif, 24"
    })
    void keepsTheColoursOfWhatOtherProgramsWrite(String name, int tolerance) throws Exception {
        assertQuarters(door().decode(resource(name)), tolerance, RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void readsTheFirstFrameOfAGif() throws Exception {
        byte[] gif = file(quarters(BufferedImage.TYPE_BYTE_INDEXED), "gif");
        assertQuarters(door().decode(gif), 40, RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff", "bmp"})
    void keepsGrayAsItIsStored(String format) throws Exception {
        BufferedImage gray = new BufferedImage(100, 90, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 100; x++) {
                gray.getRaster().setSample(x, y, 0, 100);
            }
        }
        assertColour(door().decode(file(gray, format)).at(50, 45), 0x646464, 1);
    }

    @ParameterizedTest
    @CsvSource({"png", "tiff"})
    void readsSixteenBitGray(String format) throws Exception {
        BufferedImage gray = new BufferedImage(100, 90, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 100; x++) {
                gray.getRaster().setSample(x, y, 0, 100 * 257);
            }
        }
        assertColour(door().decode(file(gray, format)).at(50, 45), 0x646464, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void laysTransparentPartsOverWhite(String format) throws Exception {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(200, 0, 0, 255));
        g.fillRect(0, 0, 40, 90);
        g.setColor(new Color(200, 0, 0, 128));
        g.fillRect(40, 0, 40, 90);
        g.dispose();
        Pixels pixels = door().decode(file(image, format));
        assertColour(pixels.at(20, 45), 0xC80000, 0);
        assertColour(pixels.at(60, 45), 0xE37F7F, 2);
        assertColour(pixels.at(100, 45), 0xFFFFFF, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-transparent.webp", "half-transparent-lossless.webp"})
    void laysTransparentWebpOverWhite(String name) throws Exception {
        Pixels pixels = door().decode(resource(name));
        assertColour(pixels.at(40, 60), RED, 8);
        assertColour(pixels.at(120, 60), 0xFFFFFF, 2);
    }

    @Test
    void turnsTheColoursOfAProfileIntoSrgb() throws Exception {
        BufferedImage image = new BufferedImage(100, 90, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 100; x++) {
                image.setRGB(x, y, 0xFF373737);
            }
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] packed = FileSurgery.join("linear\0\0".getBytes(StandardCharsets.US_ASCII), FileSurgery.deflate(linear));
        byte[] inJpeg = FileSurgery.join("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII), linear);

        Pixels png = door().decode(FileSurgery.pngWithChunk(file(image, "png"), "iCCP", packed));
        Pixels jpeg = door().decode(FileSurgery.jpegWithSegment(file(image, "jpeg"), 0xE2, inJpeg));

        // Linear 55/255 = 0.2157 is 0.502 in sRGB (IEC 61966-2-1).
        assertColour(png.at(50, 45), 0x808080, 2);
        assertColour(jpeg.at(50, 45), 0x808080, 3);
    }

    @Test
    void anUnusableProfileLeavesTheColoursAsTheyAre() throws Exception {
        byte[] broken = FileSurgery.join("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII), new byte[300]);
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        assertQuarters(door().decode(FileSurgery.jpegWithSegment(jpeg, 0xE2, broken)), 12, RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void averagesALargePictureDownWhileReadingIt() throws Exception {
        BufferedImage large = new BufferedImage(6000, 1500, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 1500; y++) {
            for (int x = 0; x < 6000; x++) {
                large.setRGB(x, y, (x & 1) == 0 ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        Pixels pixels = door().decode(file(large, "png"));
        assertThat(pixels.width()).isEqualTo(4000);
        assertThat(pixels.height()).isEqualTo(1000);
        // Three source pixels, black white black, become two, each of one and a half.
        assertColour(pixels.at(0, 500), 0x555555, 1);
        assertColour(pixels.at(2, 500), 0xAAAAAA, 1);
    }

    @Test
    void reducesAPictureOfMoreMemoryThanIsSparedToFewerPixels() throws Exception {
        byte[] row = new byte[1 + 9000 * 6];
        java.util.Arrays.fill(row, (byte) 0x90);
        byte[] rows = new byte[row.length * 8000];
        for (int y = 0; y < 8000; y++) {
            rows[y * row.length] = 0;
            System.arraycopy(row, 1, rows, y * row.length + 1, row.length - 1);
        }
        byte[] png = FileSurgery.png(9000, 8000, 16, 2, FileSurgery.pngChunk("IDAT", FileSurgery.deflate(rows)));
        Pixels pixels = door().decode(png);
        assertThat(Math.max(pixels.width(), pixels.height())).isLessThanOrEqualTo(4000);
        assertThat((double) pixels.width() / pixels.height()).isBetween(1.12, 1.13);
        assertColour(pixels.at(50, 50), 0x909090, 0);
    }
}
