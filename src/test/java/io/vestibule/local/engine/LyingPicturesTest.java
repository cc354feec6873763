package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.LandmarkType;

/// Pictures that lie on their side or stand on their head, and do not say so by EXIF.
class LyingPicturesTest {

    private static final String PERSON = "sample-person-2/1.jpg";
    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    static Path folder;

    private static LocalEngine local;

    @BeforeAll
    static void open() {
        local = LocalEngine.open(folder).withCollection();
    }

    @AfterAll
    static void close() {
        local.close();
    }

    private static Image lying(String name, int turns) {
        var picture = EngineSamples.decoded(name);
        for (int turn = 0; turn < turns; turn++) {
            picture = turned(picture);
        }
        return EngineSamples.image(EngineSamples.encoded(picture, "jpg"));
    }

    private static BufferedImage turned(BufferedImage picture) {
        var turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                turned.setRGB(picture.getHeight() - 1 - y, x, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    private static FaceDetail face(Image image) {
        return local.client.detectFaces(r -> r.image(image)).faceDetails().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"1, 90", "2, 180", "3, -90"})
    void tellsWhereTheFaceIsInThePictureAsItWasSent(int turns, float roll) {
        var upright = face(EngineSamples.image(PERSON));
        var lying = face(lying(PERSON, turns));

        assertThat(overlap(lying.boundingBox(), turned(upright.boundingBox(), turns)))
                .isGreaterThan(.85f);
        float turn = lying.pose().roll() - upright.pose().roll() - roll;
        assertThat(turn - 360 * Math.round(turn / 360)).isCloseTo(0, within(4f));
        var nose = lying.landmarks().stream()
                .filter(landmark -> landmark.type() == LandmarkType.NOSE)
                .findFirst()
                .orElseThrow();
        assertThat(nose.x())
                .isBetween(
                        lying.boundingBox().left(),
                        lying.boundingBox().left() + lying.boundingBox().width());
        assertThat(nose.y())
                .isBetween(
                        lying.boundingBox().top(),
                        lying.boundingBox().top() + lying.boundingBox().height());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isTheSamePersonToEveryOperation(int turns) {
        var lying = lying(PERSON, turns);

        assertThat(local.client
                        .compareFaces(r -> r.sourceImage(EngineSamples.image(PERSON))
                                .targetImage(lying)
                                .similarityThreshold(99f))
                        .faceMatches())
                .hasSize(1);
        var indexed = local.client.indexFaces(r -> r.collectionId(OFFICE).image(lying));
        assertThat(indexed.faceRecords()).hasSize(1);
        assertThat(local.client
                        .searchFacesByImage(r -> r.collectionId(OFFICE)
                                .image(EngineSamples.image("sample-person-2/2.jpg"))
                                .faceMatchThreshold(95f))
                        .faceMatches())
                .extracting(match -> match.face().faceId())
                .contains(indexed.faceRecords().getFirst().face().faceId());
    }

    @Test
    void findsEveryFaceOfAGroupThatLies() {
        var faces =
                local.client.detectFaces(r -> r.image(lying("group.jpg", 3))).faceDetails();
        assertThat(faces).hasSize(4);
    }

    /// A box after a quarter turn clockwise is as far from the top as it was from the left before.
    private static BoundingBox turned(BoundingBox box, int turns) {
        var turned = box;
        for (int turn = 0; turn < turns; turn++) {
            var before = turned;
            turned = BoundingBox.builder()
                    .left(1 - before.top() - before.height())
                    .top(before.left())
                    .width(before.height())
                    .height(before.width())
                    .build();
        }
        return turned;
    }

    private static float overlap(BoundingBox one, BoundingBox other) {
        float width =
                Math.min(one.left() + one.width(), other.left() + other.width()) - Math.max(one.left(), other.left());
        float height =
                Math.min(one.top() + one.height(), other.top() + other.height()) - Math.max(one.top(), other.top());
        float both = Math.max(0, width) * Math.max(0, height);
        return both / (one.width() * one.height() + other.width() * other.height() - both);
    }
}
