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
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PhotoEncoderTest {

    private final PhotoEncoder maker = PhotoEncoder.standard();

    @Test
    void noMetadataIsKept() throws Exception {
        byte[] jpeg = file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] located = FileSurgery.jpegWithExif(jpeg, FileSurgery.exif(6, true));
        byte[] commented =
                FileSurgery.jpegWithSegment(located, 0xFE, "taken by SECRET-NAME".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(commented, StandardCharsets.ISO_8859_1)).contains("SECRET-PLACE", "SECRET-NAME");

        Photo photo = maker.encode(door().decode(commented));

        assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET", "Exif");
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo.bytes()));
        assertThat(StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                        .map(Directory::getName))
                .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
    }

    @Test
    void isTheSamePictureAsAJpeg() throws Exception {
        Pixels pixels = door().decode(file(quarters(BufferedImage.TYPE_3BYTE_BGR), "png"));
        Photo photo = maker.encode(pixels);
        assertThat(photo.width()).isEqualTo(160);
        assertThat(photo.height()).isEqualTo(120);
        assertThat(HexFormat.of().formatHex(photo.bytes(), 0, 3)).isEqualTo("ffd8ff");
        assertQuarters(door().decode(photo.bytes()), 6, RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void theSamePixelsGiveTheSameBytesAndHash() throws Exception {
        byte[] file = file(busy(500, 400, BufferedImage.TYPE_3BYTE_BGR), "png");
        Photo one = maker.encode(door().decode(file));
        Photo other = PhotoEncoder.standard().encode(door().decode(file));
        assertThat(other.bytes()).isEqualTo(one.bytes());
        assertThat(other.sha256()).isEqualTo(one.sha256());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(one.bytes());
        assertThat(one.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void isScaledToWhatTheServiceNeedsAndNeverEnlarged() throws Exception {
        Pixels large = new Pixels(2880, 1000, new int[2880 * 1000]);
        Photo photo = maker.encode(large);
        assertThat(photo.width()).isEqualTo(1920);
        assertThat(photo.height()).isEqualTo(667);
        assertThat(maker.encode(new Pixels(100, 90, new int[9000])).width()).isEqualTo(100);
    }

    @Test
    void aNarrowPictureKeepsTheMinimumOfEightyPixels() {
        Photo photo = maker.encode(new Pixels(4000, 90, new int[4000 * 90]));
        assertThat(photo.height()).isGreaterThanOrEqualTo(80);
        assertThat(photo.width()).isLessThanOrEqualTo(4000);
    }

    @Test
    void lowersTheQualityOfAPhotoThatWouldNotFit() throws Exception {
        int[] noise = new Random(1).ints(600 * 600).map(i -> i | 0xFF000000).toArray();
        Pixels pixels = new Pixels(600, 600, noise);
        int full = maker.encode(pixels).bytes().length;
        Photo photo = new PhotoEncoder(1920, 0.92f, full / 3).encode(pixels);
        assertThat(photo.bytes().length).isLessThanOrEqualTo(full / 3);
        assertThat(door().decode(photo.bytes()).width()).isEqualTo(600);
    }

    @Test
    void noiseOfTheLargestSizeStaysWithinFiveMebibytes() {
        int[] noise = new Random(1).ints(1920 * 1920).map(i -> i | 0xFF000000).toArray();
        assertThat(maker.encode(new Pixels(1920, 1920, noise)).bytes().length).isLessThanOrEqualTo(5_242_880);
    }
}
