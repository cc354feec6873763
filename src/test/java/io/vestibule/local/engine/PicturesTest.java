package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.local.DirectoryBucket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.Landmark;

class PicturesTest {

    private static final String PERSON = "sample-person-1/1.jpg";

    @TempDir
    Path folder;

    private DirectoryBucket bucket;
    private LocalEngine local;

    @BeforeEach
    void open() {
        bucket = new DirectoryBucket(folder.resolve("photos"), "photos", new byte[32]);
        local = LocalEngine.open(folder, EngineSettings.DEFAULT, Optional.of(bucket))
                .withCollection();
    }

    @AfterEach
    void close() {
        local.close();
    }

    private List<FaceDetail> detect(Image image, String... attributes) {
        return local.client
                .detectFaces(r -> r.image(image).attributesWithStrings(attributes))
                .faceDetails();
    }

    private static Image stored(String bucket, String key) {
        return Image.builder().s3Object(s -> s.bucket(bucket).name(key)).build();
    }

    @Test
    void describesAFaceByItsDefaultAttributes() {
        var face = detect(EngineSamples.image(PERSON)).getFirst();
        assertThat(face.confidence()).isBetween(90f, 100f);
        assertThat(face.boundingBox().width()).isBetween(.3f, .6f);
        assertThat(face.landmarks())
                .extracting(Landmark::typeAsString)
                .containsExactlyInAnyOrder("eyeLeft", "eyeRight", "mouthLeft", "mouthRight", "nose");
        var box = face.boundingBox();
        assertThat(face.landmarks()).allSatisfy(point -> {
            assertThat(point.x()).isBetween(box.left(), box.left() + box.width());
            assertThat(point.y()).isBetween(box.top(), box.top() + box.height());
        });
        assertThat(point(face, "eyeLeft").x())
                .isLessThan(point(face, "eyeRight").x());
        assertThat(point(face, "eyeLeft").y())
                .isLessThan(point(face, "mouthLeft").y());
        assertThat(face.pose().yaw()).isBetween(-30f, 30f);
        assertThat(face.quality().brightness()).isBetween(20f, 90f);
        assertThat(face.quality().sharpness()).isBetween(50f, 100f);
        assertThat(face.eyesOpen()).isNull();
    }

    private static Landmark point(FaceDetail face, String type) {
        return face.landmarks().stream()
                .filter(landmark -> landmark.typeAsString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addsTheAttributesThatItSupportsWhenAllAreRequested() {
        var face = detect(EngineSamples.image(PERSON), "ALL", "DEFAULT").getFirst();
        assertThat(face.landmarks()).extracting(Landmark::type).hasSize(30).doesNotHaveDuplicates();
        assertThat(face.eyesOpen().value()).isTrue();
        assertThat(face.ageRange()).isNull();
        assertThat(face.gender()).isNull();
        assertThat(detect(EngineSamples.image(PERSON), "EYES_OPEN").getFirst())
                .satisfies(eyes -> assertThat(eyes.eyesOpen()).isNotNull())
                .satisfies(eyes -> assertThat(eyes.landmarks()).hasSize(5));
    }

    @Test
    void distinguishesASharpPictureFromABlurredOneByItsQuality() {
        var sharp = detect(EngineSamples.image(PERSON)).getFirst().quality();
        var blurred = detect(EngineSamples.image("too-blurred.jpg")).getFirst().quality();
        assertThat(blurred.sharpness()).isLessThan(sharp.sharpness() - 20);
    }

    @Test
    void listsTheFacesOfAGroupLargestFirstAndNoneOfAWall() {
        var faces = detect(EngineSamples.image("group.jpg"));
        assertThat(faces).hasSize(4);
        assertThat(faces)
                .extracting(
                        face -> face.boundingBox().width() * face.boundingBox().height())
                .isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(detect(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(400, 300), "png"))))
                .isEmpty();
    }

    @Test
    void comparesTheLargestFaceOfOnePictureWithAllOfAnother() {
        var same = local.client.compareFaces(r -> r.sourceImage(EngineSamples.image(PERSON))
                .targetImage(EngineSamples.image("sample-person-1-probe.jpg")));
        assertThat(same.faceMatches()).singleElement().satisfies(match -> {
            assertThat(match.similarity()).isGreaterThan(99f);
            assertThat(match.face().landmarks()).hasSize(5);
        });
        assertThat(same.unmatchedFaces()).isEmpty();
        assertThat(same.sourceImageFace().boundingBox()).isNotNull();
        var other = local.client.compareFaces(
                r -> r.sourceImage(EngineSamples.image(PERSON)).targetImage(EngineSamples.image("stranger.jpg")));
        assertThat(other.faceMatches()).isEmpty();
        assertThat(other.unmatchedFaces()).hasSize(1);
        var group = local.client.compareFaces(r -> r.sourceImage(EngineSamples.image("group.jpg"))
                .targetImage(EngineSamples.image("group.jpg"))
                .similarityThreshold(0f));
        assertThat(group.faceMatches()).hasSize(4);
        assertThat(group.faceMatches().getFirst().similarity()).isCloseTo(100f, within(.01f));
    }

    @Test
    void cannotComparePicturesWithoutAFace() {
        var wall = EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(400, 300), "png"));
        assertThatThrownBy(() ->
                        local.client.compareFaces(r -> r.sourceImage(wall).targetImage(EngineSamples.image(PERSON))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Request has invalid parameters");
        assertThatThrownBy(() -> local.client.compareFaces(
                        r -> r.sourceImage(EngineSamples.image(PERSON)).targetImage(wall)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void readsJpegAndPngByTheirFirstBytesAndNothingElse() {
        var picture = EngineSamples.decoded(PERSON);
        assertThat(detect(EngineSamples.image(EngineSamples.encoded(picture, "png"))))
                .hasSize(1);
        for (var other : List.of(
                EngineSamples.encoded(picture, "gif"),
                EngineSamples.encoded(picture, "bmp"),
                "not a picture".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                Arrays.copyOf(EngineSamples.encoded(picture, "png"), 100))) {
            assertThatThrownBy(() -> detect(EngineSamples.image(other)))
                    .isInstanceOf(InvalidImageFormatException.class)
                    .hasMessageContaining("Request has invalid image format");
        }
    }

    @Test
    void refusesPicturesThatAreTooSmallOrTooLarge() {
        assertThat(detect(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(80, 80), "png"))))
                .isEmpty();
        assertThatThrownBy(() -> detect(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(79, 200), "png"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Request has invalid parameters");
        assertThat(detect(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(10_000, 300), "png"))))
                .isEmpty();
        assertThat(detect(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(10_000, 80), "png"))))
                .as("125 to 1")
                .isEmpty();
        assertThatThrownBy(() ->
                        detect(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(10_001, 300), "png"))))
                .isInstanceOf(ImageTooLargeException.class)
                .hasMessageContaining(
                        "Input image dimensions 10001 x 300 exceed maximum dimension size of 10000 pixels");
    }

    @Test
    void turnsAPictureAsItsExifSaysAndTellsBoxesOfTheTurnedOne() {
        var upright = detect(EngineSamples.image(PERSON)).getFirst().boundingBox();
        var lying = EngineSamples.encoded(EngineSamples.turnedLeft(EngineSamples.decoded(PERSON)), "jpg");
        var turned = detect(EngineSamples.image(EngineSamples.withOrientation(lying, 6)))
                .getFirst()
                .boundingBox();
        assertThat(turned.left()).isCloseTo(upright.left(), within(.05f));
        assertThat(turned.top()).isCloseTo(upright.top(), within(.05f));
        assertThat(turned.height()).isCloseTo(upright.height(), within(.05f));
    }

    @Test
    void takesAPictureFromItsBucket() {
        bucket.put("ab/1.jpg", EngineSamples.bytes(PERSON));
        assertThat(detect(stored("photos", "ab/1.jpg"))).hasSize(1);
    }

    @Test
    void refusesAPictureThatIsNotInItsBucket() {
        bucket.put("ab/1.jpg", EngineSamples.bytes(PERSON));
        var versioned = Image.builder()
                .s3Object(s -> s.bucket("photos").name("ab/1.jpg").version("1"))
                .build();
        for (var image : List.of(
                stored("photos", "ab/2.jpg"), stored("other", "ab/1.jpg"), stored("photos", "../x"), versioned)) {
            assertThatThrownBy(() -> detect(image))
                    .isInstanceOf(InvalidS3ObjectException.class)
                    .hasMessageContaining("Unable to get object metadata from S3.");
        }
    }

    @Test
    void takesUpTo15MegabytesFromItsBucket() {
        var photo = EngineSamples.bytes(PERSON);
        bucket.put("large.jpg", padded(photo, 15_000_000));
        assertThat(detect(stored("photos", "large.jpg"))).hasSize(1);
        bucket.put("larger.jpg", padded(photo, 15_000_001));
        assertThatThrownBy(() -> detect(stored("photos", "larger.jpg")))
                .isInstanceOf(ImageTooLargeException.class)
                .hasMessageContaining("Image size is too large.");
    }

    /// A JPEG may be followed by any bytes.
    private static byte[] padded(byte[] jpeg, int size) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(jpeg);
        out.writeBytes(new byte[size - jpeg.length]);
        return out.toByteArray();
    }
}
