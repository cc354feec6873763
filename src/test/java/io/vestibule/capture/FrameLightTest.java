package io.vestibule.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.FaceBox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How bright the face and its surroundings are.
class FrameLightTest {

    private static final FaceBox BOX = new FaceBox(60, 60, 120, 120, 1);

    /// Gray inside the box and outside of it, 240 x 240.
    private static Pixels picture(int inside, int outside) {
        var argb = new int[240 * 240];
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 240; x++) {
                var within = x >= 60 && x < 180 && y >= 60 && y < 180;
                argb[y * 240 + x] = gray(within ? inside : outside);
            }
        }
        return new Pixels(240, 240, argb);
    }

    private static int gray(int level) {
        return 0xFF << 24 | level << 16 | level << 8 | level;
    }

    @Test
    void theMeansInsideAndOutsideAreToldApart() {
        assertThat(FaceExposure.of(picture(90, 200), BOX)).isEqualTo(new FaceExposure(90, 200));
        assertThat(FaceExposure.of(picture(0, 255), BOX)).isEqualTo(new FaceExposure(0, 255));
    }

    @ParameterizedTest
    @CsvSource({"FFFF0000, 76", "FF00FF00, 149", "FF0000FF, 29", "FFFFFFFF, 255"})
    void coloursWeighAsTheEyeSeesThem(String argb, int gray) {
        var all = new int[240 * 240];
        Arrays.fill(all, Integer.parseUnsignedInt(argb, 16));
        assertThat(FaceExposure.of(new Pixels(240, 240, all), BOX).face()).isEqualTo(gray);
    }

    @Test
    void aFaceThatFillsThePictureHasNothingAroundIt() {
        assertThat(FaceExposure.of(picture(90, 90), new FaceBox(-10, -10, 300, 300, 1)))
                .isEqualTo(new FaceExposure(90, 0));
    }

    @Test
    void aBoxOutsideOfThePictureIsNeitherDarkNorBacklit() {
        var faceExposure = FaceExposure.of(picture(90, 90), new FaceBox(500, 500, 10, 10, 1));
        assertThat(faceExposure.around()).isEqualTo(90);
        assertThat(faceExposure.dark()).isFalse();
        assertThat(faceExposure.backlit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"49, true", "50, false"})
    void aFaceBelowFiftyIsDark(float face, boolean dark) {
        assertThat(new FaceExposure(face, 120).dark()).isEqualTo(dark);
    }

    @ParameterizedTest
    @CsvSource({"99, 175, true", "99, 174, false", "100, 255, false", "60, 136, true", "60, 135, false"})
    void aFaceIsBacklitIfItIsNotLitAndMuchDarkerThanTheRest(float face, float around, boolean backlit) {
        assertThat(new FaceExposure(face, around).backlit()).isEqualTo(backlit);
    }
}
