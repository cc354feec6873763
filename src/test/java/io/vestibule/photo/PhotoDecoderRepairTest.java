package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.BLUE;
import static io.vestibule.photo.PhotoSamples.GREEN;
import static io.vestibule.photo.PhotoSamples.RED;
import static io.vestibule.photo.PhotoSamples.YELLOW;
import static io.vestibule.photo.PhotoSamples.assertQuarters;
import static io.vestibule.photo.PhotoSamples.busy;
import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.quarters;
import static io.vestibule.photo.PhotoSamples.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that browsers and viewers show although their container is incomplete or contradicts itself.
class PhotoDecoderRepairTest {

    private static final int TOLERANCE = 12;

    private static byte[] jpeg(String compression) {
        return file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg", compression);
    }

    private static void assertTaken(byte[] file) throws PhotoException {
        assertQuarters(door().decode(file), TOLERANCE, RED, GREEN, BLUE, YELLOW);
    }

    private static byte[] withoutEnd(byte[] jpeg) {
        assertThat(jpeg).endsWith(0xFF, 0xD9);
        return Arrays.copyOf(jpeg, jpeg.length - 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPEG", "progressive"})
    void aJpegWithoutItsEndMarker(String compression) throws Exception {
        assertTaken(withoutEnd(jpeg(compression)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPEG", "progressive"})
    void aJpegWithATrailerOfTheMakerInPlaceOfItsEndMarker(String compression) throws Exception {
        var noise = new byte[4000];
        new Random(3).nextBytes(noise);
        var named = "SEFHe\0\0\0\1\0\0\0SEFT".getBytes(StandardCharsets.ISO_8859_1);
        assertTaken(FileSurgery.join(withoutEnd(jpeg(compression)), named));
        assertTaken(FileSurgery.join(withoutEnd(jpeg(compression)), new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 1}));
        assertTaken(FileSurgery.join(withoutEnd(jpeg(compression)), new byte[2000]));
        assertTaken(FileSurgery.join(withoutEnd(jpeg(compression)), named, noise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPEG", "progressive"})
    void aJpegWithoutItsLastRowsIsDamaged(String compression) {
        var jpeg = file(busy(200, 160, BufferedImage.TYPE_3BYTE_BGR), "jpeg", compression);
        for (int missing = 40; missing < jpeg.length / 4; missing += 37) {
            var cut = Arrays.copyOf(jpeg, jpeg.length - missing);
            assertThatThrownBy(() -> door().decode(cut)).isInstanceOf(PhotoException.class);
        }
    }

    @Test
    void aFrameOfACameraWithoutHuffmanTables() throws Exception {
        assertTaken(withoutSegments(jpeg("JPEG"), 0xC4));
        assertTaken(withoutEnd(withoutSegments(jpeg("JPEG"), 0xC4)));
    }

    @Test
    void aJpegThatStatesItsHeightAfterTheScan() throws Exception {
        var jpeg = jpeg("JPEG");
        int frame = find(jpeg, 0xC0);
        int height = (jpeg[frame + 5] & 0xFF) << 8 | (jpeg[frame + 6] & 0xFF);
        jpeg[frame + 5] = 0;
        jpeg[frame + 6] = 0;
        var lines = new byte[] {(byte) 0xFF, (byte) 0xDC, 0, 4, (byte) (height >> 8), (byte) height};
        assertTaken(FileSurgery.join(withoutEnd(jpeg), lines, new byte[] {(byte) 0xFF, (byte) 0xD9}));
    }

    /// JFIF says YCbCr, Adobe's segment RGB: viewers follow JFIF.
    @Test
    void aJpegWhoseHeadersStateTheColourSpaceDifferently() throws Exception {
        var rgb = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        var jpeg = jpeg("JPEG");
        int after = 2 + 2 + ((jpeg[4] & 0xFF) << 8 | (jpeg[5] & 0xFF));
        assertThat(new String(jpeg, 6, 4, StandardCharsets.US_ASCII)).isEqualTo("JFIF");
        var segment = FileSurgery.join(new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14}, rgb);
        assertTaken(
                FileSurgery.join(Arrays.copyOf(jpeg, after), segment, Arrays.copyOfRange(jpeg, after, jpeg.length)));
        assertTaken(FileSurgery.jpegWithSegment(jpeg, 0xEE, rgb));
    }

    /// Neither JFIF nor Adobe, and unusual names of the components: viewers take them for YCbCr.
    @Test
    void aJpegWithoutAnyHeaderOfItsColourSpace() throws Exception {
        var jpeg = withoutSegments(jpeg("JPEG"), 0xE0);
        int frame = find(jpeg, 0xC0);
        int scan = find(jpeg, 0xDA);
        for (int i = 0; i < 3; i++) {
            jpeg[frame + 10 + 3 * i] = (byte) i;
            jpeg[scan + 5 + 2 * i] = (byte) i;
        }
        assertTaken(jpeg);
    }

    @Test
    void aPngWithoutItsEndChunk() throws Exception {
        var png = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "png");
        assertTaken(Arrays.copyOf(png, png.length - 12));
        assertTaken(Arrays.copyOf(png, png.length - 5));
    }

    @Test
    void aWebpWhoseLengthCountsWhatIsNotThere() throws Exception {
        var webp = resource("quarters-lossless.webp");
        webp[4] = (byte) (webp[4] + 20);
        assertTaken(webp);
    }

    @Test
    void aBmpWhoseReservedNumbersAreSet() throws Exception {
        var bmp = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "bmp");
        bmp[6] = 7;
        assertTaken(bmp);
    }

    private static int find(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        return at;
    }

    private static byte[] withoutSegments(byte[] jpeg, int marker) {
        var left = new ByteArrayOutputStream();
        left.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
            if ((jpeg[at + 1] & 0xFF) != marker) {
                left.write(jpeg, at, length);
            }
            at += length;
        }
        left.write(jpeg, at, jpeg.length - at);
        return left.toByteArray();
    }
}
