package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.door;
import static io.vestibule.photo.PhotoSamples.file;
import static io.vestibule.photo.PhotoSamples.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderRefusalTest {

    @TempDir
    Path folder = Path.of("");

    private static String codeOf(byte[] file) {
        return catchThrowableOfType(PhotoException.class, () -> door().decode(file))
                .problem()
                .code();
    }

    private static String codeOf(Path file) {
        return catchThrowableOfType(PhotoException.class, () -> door().decode(file))
                .problem()
                .code();
    }

    @Test
    void anEmptyFile() throws Exception {
        assertThat(codeOf(Files.createFile(folder.resolve("empty.jpg")))).isEqualTo("photo.empty");
    }

    @Test
    void aTextNamedLikeAPhoto() throws Exception {
        Path text = Files.writeString(folder.resolve("list.jpg"), "BM is how this text begins. " + "word ".repeat(500));
        assertThat(codeOf(text)).isEqualTo("photo.not-an-image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "BM", "GIF8", "RIFF", "%PDF-1.7", "PK\u0003\u0004", "<svg xmlns='x'/>"})
    void whatIsNoPictureAtAll(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(codeOf(bytes)).isEqualTo(bytes.length == 0 ? "photo.empty" : "photo.not-an-image");
    }

    @Test
    void theNameIsNotBelieved() throws Exception {
        byte[] png = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "png");
        Pixels pixels = door().decode(Files.write(folder.resolve("photo.gif"), png));
        assertThat(pixels.width()).isEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "msf1", "hevc"})
    void heicWithAdvice(String brand) {
        byte[] major = new FileSurgery.Numbers(true)
                .u32(24)
                .ascii("ftyp" + brand)
                .u32(0)
                .ascii("mif1miaf")
                .bytes();
        byte[] compatible = new FileSurgery.Numbers(true)
                .u32(24)
                .ascii("ftypabcd")
                .u32(0)
                .ascii("xxxx" + brand)
                .bytes();
        assertThat(codeOf(major)).isEqualTo("photo.heic");
        assertThat(codeOf(compatible)).isEqualTo("photo.heic");
    }

    @Test
    void avifJpegXlAndJpeg2000ByTheirOwnNames() {
        byte[] avif = new FileSurgery.Numbers(true)
                .u32(28)
                .ascii("ftypavif")
                .u32(0)
                .ascii("avifmif1miaf")
                .bytes();
        byte[] compatible = new FileSurgery.Numbers(true)
                .u32(24)
                .ascii("ftypmif1")
                .u32(0)
                .ascii("mif1avif")
                .bytes();
        assertThat(codeOf(avif)).isEqualTo("photo.avif");
        assertThat(codeOf(compatible)).isEqualTo("photo.avif");
        assertThat(codeOf(new byte[] {(byte) 0xFF, 0x0A, 1, 2, 3, 4, 5, 6})).isEqualTo("photo.jpeg-xl");
        assertThat(codeOf(new FileSurgery.Numbers(true)
                        .u32(12)
                        .ascii("JXL ")
                        .u32(0x0D0A870AL)
                        .bytes()))
                .isEqualTo("photo.jpeg-xl");
        assertThat(codeOf(new FileSurgery.Numbers(true)
                        .u32(12)
                        .ascii("jP  ")
                        .u32(0x0D0A870AL)
                        .bytes()))
                .isEqualTo("photo.jpeg-2000");
        assertThat(codeOf(new FileSurgery.Numbers(true).u32(0xFF4FFF51L).u32(0).bytes()))
                .isEqualTo("photo.jpeg-2000");
    }

    @Test
    void aFilmIsNoHeic() {
        byte[] film = new FileSurgery.Numbers(true)
                .u32(24)
                .ascii("ftypisom")
                .u32(0)
                .ascii("isommp42")
                .bytes();
        assertThat(codeOf(film)).isEqualTo("photo.not-an-image");
    }

    @Test
    void aFileBeyondTheLimitIsNotEvenRead() throws Exception {
        Path large = folder.resolve("large.jpg");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(5_000_000_000L);
        }
        long before = Allocated.bytes();
        assertThat(codeOf(large)).isEqualTo("photo.too-many-bytes");
        assertThat(Allocated.bytes() - before).isLessThan(4_000_000);
    }

    @Test
    void tooManyBytesInMemory() {
        assertThat(codeOf(new byte[20_000_001])).isEqualTo("photo.too-many-bytes");
    }

    @Test
    void aPictureOfLessThanEightyPixels() {
        byte[] small = file(new BufferedImage(200, 79, BufferedImage.TYPE_3BYTE_BGR), "png");
        PhotoException refused = catchThrowableOfType(PhotoException.class, () -> door().decode(small));
        assertThat(refused.failure()).isEqualTo(new PhotoFailure.TooSmall(200, 79, 80));
        assertThat(refused.problem().args()).isEqualTo(List.of("200", "79", "80"));
    }

    @Test
    void aStripIsNotMadeTooNarrow() throws Exception {
        byte[] strip = file(new BufferedImage(20_000, 100, BufferedImage.TYPE_BYTE_GRAY), "png");
        Pixels pixels = door().decode(strip);
        assertThat(pixels.width()).isEqualTo(16_000);
        assertThat(pixels.height()).isEqualTo(80);
    }

    @Test
    void whatIsNoOrdinaryFile() {
        assertThat(codeOf(folder)).isEqualTo("photo.unreadable-file");
        assertThat(codeOf(folder.resolve("gone.jpg"))).isEqualTo("photo.unreadable-file");
    }

    @Test
    void theNextPictureIsReadAfterAnyNumberOfRefusals() throws Exception {
        PhotoDecoder door = door();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> door.decode(new byte[] {1, 2, 3})).isInstanceOf(PhotoException.class);
        }
        assertThat(door.decode(file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg"))
                        .width())
                .isEqualTo(160);
    }

    @Test
    void everyFailureHasItsTexts() {
        ResourceBundle words = ResourceBundle.getBundle("io.vestibule.photo.strings");
        List<PhotoFailure> failures = List.of(
                new PhotoFailure.Empty(),
                new PhotoFailure.TooManyBytes(1),
                new PhotoFailure.TooManyPixels(1, 1, 1),
                new PhotoFailure.TooSmall(1, 1, 1),
                new PhotoFailure.NotAnImage(),
                new PhotoFailure.Heic(),
                new PhotoFailure.Avif(),
                new PhotoFailure.JpegXl(),
                new PhotoFailure.Jpeg2000(),
                new PhotoFailure.Damaged(),
                new PhotoFailure.TooSlow(10),
                new PhotoFailure.UnreadableFile());
        assertThat(failures).hasSize(PhotoFailure.class.getPermittedSubclasses().length);
        for (PhotoFailure failure : failures) {
            for (String part : List.of(".what", ".means", ".do")) {
                assertThat(words.getString("problem." + failure.problem().code() + part))
                        .isNotBlank();
            }
        }
    }
}
