package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.busy;
import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A truncated picture looks like a photo with a gray half. It is rejected, wherever it was cut.
class PhotoDecoderTruncationTest {

    private static final int CUTS = 60;

    @ParameterizedTest
    @CsvSource({
        "jpeg, JPEG",
        "jpeg, progressive",
        "png, Deflate",
        "bmp, BI_RGB",
        "bmp, BI_RLE8",
        "gif, LZW",
        "tiff, None",
        "tiff, LZW",
        "tiff, JPEG"
    })
    void isRefusedWhereverItWasCut(String format, String compression) {
        boolean palette = format.equals("gif") || compression.equals("BI_RLE8");
        int type = palette ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_3BYTE_BGR;
        assertEveryCutRefused(file(busy(200, 160, type), format, compression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quarters-lossy.webp", "quarters-lossless.webp", "half-transparent.webp", "quarters-cmyk.jpg"})
    void isRefusedWhereverAFileOfAnotherProgramWasCut(String name) {
        assertEveryCutRefused(resource(name));
    }

    @Test
    void aJpegWhoseDataEndsEarlyButWhoseEndMarkerIsThere() {
        byte[] jpeg = file(busy(200, 160, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length / 2);
        byte[] closed = FileSurgery.join(cut, new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThat(codeOf(closed)).isEqualTo("photo.damaged");
    }

    @Test
    void aPngWhoseRowsEndEarlyButWhoseChunksAreWhole() {
        byte[] rows = new byte[100 * 301];
        byte[] half = FileSurgery.deflate(Arrays.copyOf(rows, rows.length / 2));
        byte[] whole = FileSurgery.deflate(rows);
        byte[] cutStream = Arrays.copyOf(whole, whole.length / 2);
        assertThat(codeOf(FileSurgery.png(100, 100, 8, 2, FileSurgery.pngChunk("IDAT", half))))
                .isEqualTo("photo.damaged");
        assertThat(codeOf(FileSurgery.png(100, 100, 8, 2, FileSurgery.pngChunk("IDAT", cutStream))))
                .isEqualTo("photo.damaged");
    }

    /// From the first bytes on: a cut before the format is recognisable gives "not a picture", all later cuts give
    /// "damaged".
    private static void assertEveryCutRefused(byte[] whole) {
        for (int i = 1; i < CUTS; i++) {
            byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * i / CUTS));
            assertThat(codeOf(cut))
                    .as("%d of %d bytes", cut.length, whole.length)
                    .isIn("photo.damaged", "photo.not-an-image", "photo.empty");
        }
        assertThat(codeOf(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("photo.damaged");
        assertThat(codeOf(Arrays.copyOf(whole, whole.length * 9 / 10))).isEqualTo("photo.damaged");
    }

    private static String codeOf(byte[] file) {
        PhotoException refused = catchThrowableOfType(PhotoException.class, () -> door().decode(file));
        assertThat(refused).as("%d bytes were read as a picture", file.length).isNotNull();
        return refused.problem().code();
    }
}
