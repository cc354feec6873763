package io.vestibule.photo;

import static io.vestibule.photo.FileSurgery.deflate;
import static io.vestibule.photo.FileSurgery.join;
import static io.vestibule.photo.FileSurgery.png;
import static io.vestibule.photo.FileSurgery.pngChunk;
import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.quarters;
import static io.vestibule.photo.PhotoSamples.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.photo.FileSurgery.Numbers;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small files that declare a huge size (decompression bombs). Each is rejected, or decoded, with no more
/// memory than its few kilobytes need.
class PhotoDecoderBombTest {

    private static final long FLAT = 4_000_000;

    /// Loads readers and classes, which must not be counted.
    @BeforeAll
    static void warmUp() throws Exception {
        for (String format : new String[] {"jpeg", "png", "bmp", "tiff"}) {
            door().decode(file(quarters(BufferedImage.TYPE_3BYTE_BGR), format));
        }
        door().decode(file(quarters(BufferedImage.TYPE_BYTE_INDEXED), "gif"));
        door().decode(resource("quarters-lossy.webp"));
    }

    private static String outcome(byte[] bomb, long allowed) {
        long before = Allocated.bytes();
        String outcome;
        try {
            door().decode(bomb);
            outcome = "read";
        } catch (PhotoException e) {
            outcome = e.problem().code();
        }
        assertThat(Allocated.bytes() - before).as("bytes allocated").isLessThan(allowed + 6L * bomb.length);
        return outcome;
    }

    @Test
    void aPngOfFiftyThousandByFiftyThousand() {
        byte[] data = pngChunk("IDAT", deflate(new byte[1_000_000]));
        assertThat(outcome(png(50_000, 50_000, 8, 2, data), FLAT)).isEqualTo("photo.too-many-pixels");
        assertThat(outcome(png(0xFFFFFFFFL, 0xFFFFFFFFL, 8, 2, data), FLAT)).isEqualTo("photo.too-many-pixels");
        assertThat(outcome(png(31_000, 80, 8, 2, data), FLAT)).isEqualTo("photo.too-many-pixels");
    }

    @Test
    void aJpegOfSixtyFiveThousandBySixtyFiveThousand() {
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        assertThat(outcome(withLargestFrame(jpeg), FLAT)).isEqualTo("photo.too-many-pixels");
    }

    @Test
    void aTiffWhoseStripIsAJpegOfSixtyFiveThousandBySixtyFiveThousand() {
        byte[] tiff = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "tiff", "JPEG");
        assertThat(outcome(withLargestFrame(tiff), FLAT)).isEqualTo("photo.damaged");
    }

    private static byte[] withLargestFrame(byte[] file) {
        byte[] bomb = file.clone();
        for (int i = 2; i < bomb.length - 9; i++) {
            if ((bomb[i] & 0xFF) == 0xFF && (bomb[i + 1] & 0xFF) == 0xC0) {
                Arrays.fill(bomb, i + 5, i + 9, (byte) 0xFF);
            }
        }
        return bomb;
    }

    /// A general EXIF reader copies 300 MB for these 64 KB.
    @Test
    void aJpegWhoseExifEntriesAllClaimTheSameBytes() {
        int entries = 5000;
        Numbers exif = new Numbers(true).ascii("MM").u16(42).u32(8).u16(entries);
        exif.u16(0x0112).u16(3).u32(1).u16(6).u16(0);
        for (int i = 1; i < entries; i++) {
            exif.u16(0xA000 + i).u16(7).u32(60_000).u32(8);
        }
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] bomb = FileSurgery.jpegWithExif(jpeg, exif.u32(0).bytes());
        assertThat(outcome(bomb, FLAT)).isEqualTo("read");
    }

    @Test
    void aGifOfSixtyFiveThousandBySixtyFiveThousand() {
        byte[] gif = new Numbers(false)
                .ascii("GIF89a")
                .u16(10)
                .u16(10)
                .raw(new byte[3])
                .raw(new byte[] {0x2C})
                .u16(0)
                .u16(0)
                .u16(0xFFFF)
                .u16(0xFFFF)
                .raw(new byte[] {0, 2, 1, 0x44, 0, 0x3B})
                .bytes();
        assertThat(outcome(gif, FLAT)).isEqualTo("photo.too-many-pixels");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aBmpOfTwoThousandMillionPixels(int compression) {
        byte[] bmp = bmp(0x7FFFFFFF, 0x7FFFFFFF, compression, 0x7FFFFFFF, 256);
        assertThat(outcome(bmp, FLAT)).isIn("photo.too-many-pixels", "photo.damaged");
        assertThat(outcome(bmp(0x80000000L, 0x80000000L, compression, 0, 0), FLAT))
                .isEqualTo("photo.damaged");
    }

    @Test
    void aBmpThatAnnouncesAPaletteAndDataOfGigabytes() {
        byte[] bmp = bmp(100, 100, 1, 0x7FFFFFF0, 0x10000000);
        assertThat(outcome(bmp, FLAT)).isEqualTo("photo.damaged");
    }

    private static byte[] bmp(long width, long height, int compression, long imageSize, long colours) {
        return new Numbers(false)
                .ascii("BM")
                .u32(0x7FFFFFFF)
                .u32(0)
                .u32(54)
                .u32(40)
                .u32(width)
                .u32(height)
                .u16(1)
                .u16(compression == 1 ? 8 : compression == 2 ? 4 : 24)
                .u32(compression)
                .u32(imageSize)
                .u32(0)
                .u32(0)
                .u32(colours)
                .u32(0)
                .raw(new byte[2000])
                .bytes();
    }

    @Test
    void aTiffOfFourThousandMillionPixelsASide() {
        Numbers out = new Numbers(true).ascii("MM").u16(42).u32(8).u16(3);
        out.u16(256).u16(4).u32(1).u32(0x7FFFFFFF);
        out.u16(257).u16(4).u32(1).u32(0x7FFFFFFF);
        byte[] noData = out.u16(258).u16(3).u32(1).u16(8).u16(0).u32(0).bytes();
        assertThat(outcome(noData, FLAT)).isEqualTo("photo.damaged");
        assertThat(outcome(tiff(0x7FFFFFFF, 4, 8), FLAT)).isEqualTo("photo.too-many-pixels");
        assertThat(outcome(tiff(0xFFFFFFFFL, 4, 8), FLAT)).isEqualTo("photo.damaged");
    }

    @Test
    void aTiffWhoseDirectoriesFormARing() {
        assertThat(outcome(tiff(100, 1, 8), FLAT)).isEqualTo("read");
    }

    @Test
    void aTiffWhoseEntriesClaimTheWholeFileAThousandTimes() {
        int entries = 4000;
        Numbers out = new Numbers(true).ascii("MM").u16(42).u32(8).u16(entries);
        for (int i = 0; i < entries; i++) {
            out.u16(60_000 - entries + i).u16(7).u32(entries * 12L).u32(8);
        }
        assertThat(outcome(out.u32(0).bytes(), FLAT)).isEqualTo("photo.damaged");
    }

    /// A gray picture of `width` by 100 whose directory points back to itself as the next one and as a child.
    private static byte[] tiff(long width, int compression, int bits) {
        Numbers out = new Numbers(true).ascii("MM").u16(42).u32(8).u16(10);
        out.u16(256).u16(4).u32(1).u32(width);
        out.u16(257).u16(4).u32(1).u32(100);
        out.u16(258).u16(3).u32(1).u16(bits).u16(0);
        out.u16(259).u16(3).u32(1).u16(compression).u16(0);
        out.u16(262).u16(3).u32(1).u16(1).u16(0);
        out.u16(273).u16(4).u32(1).u32(200);
        out.u16(277).u16(3).u32(1).u16(1).u16(0);
        out.u16(279).u16(4).u32(1).u32(10_000);
        out.u16(330).u16(4).u32(1).u32(8);
        out.u16(34_665).u16(4).u32(1).u32(8);
        out.u32(8);
        return out.raw(new byte[10_100]).bytes();
    }

    @Test
    void aPngWhoseTextInflatesToGigabytes() {
        byte[] text = join("k\0\0".getBytes(StandardCharsets.US_ASCII), deflate(new byte[200_000_000]));
        byte[] palette = pngChunk("PLTE", new byte[3]);
        byte[] data = pngChunk("IDAT", deflate(new byte[101 * 100]));
        byte[] bomb = png(100, 100, 8, 3, palette, pngChunk("zTXt", text), pngChunk("iCCP", text), data);
        // The profile is inflated in pieces up to 4 MB, and then dropped.
        assertThat(outcome(bomb, 5 * FLAT)).isEqualTo("read");
    }

    @Test
    void aWebpWhoseFrameIsLargerThanItsContainerSays() {
        byte[] frame = new byte[64];
        frame[0] = 0x2F;
        Arrays.fill(frame, 1, 5, (byte) 0xFF);
        byte[] simple = FileSurgery.riff(
                "RIFF", join("WEBP".getBytes(StandardCharsets.US_ASCII), FileSurgery.riff("VP8L", frame)));
        byte[] bomb = FileSurgery.webpWithChunk(simple, 100, 100, "XMP ", new byte[0]);
        assertThat(outcome(bomb, FLAT)).isEqualTo("photo.too-many-pixels");
    }

    /// 82 bytes that declare 65,000 Huffman tables; a decoder that reads zeros beyond the end builds them all.
    @Test
    void aWebpThatAnnouncesMoreTablesThanItHolds() {
        assertThat(outcome(resource("table-bomb.webp"), FLAT)).isEqualTo("photo.damaged");
    }

    @Test
    void aJpegWithMoreScansThanAnyCameraWrites() {
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg", "progressive");
        int scan = jpeg.length;
        for (int i = jpeg.length - 2; i > 0; i--) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                scan = i;
                break;
            }
        }
        byte[] last = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[][] parts = new byte[1002][];
        parts[0] = Arrays.copyOf(jpeg, scan);
        Arrays.fill(parts, 1, 1001, last);
        parts[1001] = new byte[] {(byte) 0xFF, (byte) 0xD9};
        assertThat(outcome(join(parts), FLAT)).as("the picture is whole before").isEqualTo("read");
        assertThat(outcome(FileSurgery.jpegWithRepeatedScan(jpeg, 1000), FLAT)).isEqualTo("photo.damaged");
    }

    @Test
    void aPhotoWhoseScansTakeTooLongToDecode() {
        byte[] photo = file(new BufferedImage(4_000, 4_000, BufferedImage.TYPE_BYTE_GRAY), "jpeg", "progressive");
        byte[] bomb = FileSurgery.jpegWithRepeatedScan(photo, 50);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        var limits = new PhotoLimits(20_000_000, 80_000_000, 30_000, 80, 4_000, Duration.ofMillis(50));
        assertThatThrownBy(() -> new PhotoDecoder(limits).decode(bomb))
                .isInstanceOfSatisfying(
                        PhotoException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("photo.too-slow"));
    }
}
