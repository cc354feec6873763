package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.assertColour;
import static io.vestibule.photo.PhotoSamples.door;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceCropTest {

    private static final int FACE = 0xFF40C040;
    private static final int WALL = 0xFF202020;

    /// A plain background with a "face" of one colour on it.
    private static Pixels wall(int width, int height, int faceX, int faceY, int faceWidth, int faceHeight) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, WALL);
        for (int y = Math.max(0, faceY); y < Math.min(height, faceY + faceHeight); y++) {
            for (int x = Math.max(0, faceX); x < Math.min(width, faceX + faceWidth); x++) {
                argb[y * width + x] = FACE;
            }
        }
        return new Pixels(width, height, argb);
    }

    @Test
    void keepsOneFaceHeightAroundTheFace() {
        Pixels part = FaceCrop.aroundFace(wall(1000, 800, 400, 300, 80, 100), 400, 300, 80, 100);
        assertThat(part.width()).isEqualTo(280);
        assertThat(part.height()).isEqualTo(300);
        assertThat(part.at(100, 100)).isEqualTo(FACE);
        assertThat(part.at(99, 100)).isEqualTo(WALL);
        assertThat(part.at(179, 199)).isEqualTo(FACE);
        assertThat(part.at(180, 199)).isEqualTo(WALL);
    }

    @Test
    void lessMarginKeepsLess() {
        Pixels part = FaceCrop.aroundFace(wall(1000, 800, 400, 300, 80, 100), 400, 300, 80, 100, 0.2);
        assertThat(part.width()).isEqualTo(120);
        assertThat(part.height()).isEqualTo(140);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "920, 700", "-40, -50", "960, 750", "5000, 5000", "-5000, 30"})
    void staysInsideThePicture(int x, int y) {
        Pixels picture = wall(1000, 800, x, y, 80, 100);
        Pixels part = FaceCrop.aroundFace(picture, x, y, 80, 100);
        assertThat(part.width()).isBetween(1, 280);
        assertThat(part.height()).isBetween(1, 300);
    }

    @ParameterizedTest
    @CsvSource({"400, 300", "10, 10", "900, 680", "-20, 300"})
    void aThumbnailIsFourToFiveAndShowsTheFace(int x, int y) throws Exception {
        byte[] thumbnail = ThumbnailGenerator.standard().generate(wall(1000, 800, x, y, 80, 100), x, y, 80, 100);
        assertThat(thumbnail.length).isLessThan(10_000);
        Pixels pixels = door().decode(thumbnail);
        assertThat(pixels.width()).isEqualTo(160);
        assertThat(pixels.height()).isEqualTo(200);
        long face =
                Arrays.stream(pixels.argb()).filter(p -> (p >> 8 & 0xFF) > 100).count();
        assertThat((double) face / pixels.argb().length).isBetween(0.15, 0.6);
    }

    @Test
    void theFaceIsInTheMiddleOfTheThumbnail() throws Exception {
        byte[] thumbnail =
                ThumbnailGenerator.standard().generate(wall(1000, 800, 400, 300, 80, 100), 400, 300, 80, 100);
        Pixels pixels = door().decode(thumbnail);
        assertColour(pixels.at(80, 100), FACE, 20);
        assertColour(pixels.at(5, 5), WALL, 20);
        assertColour(pixels.at(154, 194), WALL, 20);
    }

    @Test
    void aPictureSmallerThanTheThumbnailStillMakesOne() throws Exception {
        Pixels small = wall(90, 30, 10, 5, 16, 20);
        assertThat(door().decode(ThumbnailGenerator.standard().generate(small, 10, 5, 16, 20))
                        .height())
                .isEqualTo(200);
    }
}
