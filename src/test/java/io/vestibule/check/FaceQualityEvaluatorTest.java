package io.vestibule.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vision.Eyes;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.Landmarks;
import io.vestibule.vision.Pose;
import io.vestibule.vision.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each measure at its limits, which belong to the better side, and what follows from another fault.
class FaceQualityEvaluatorTest {

    private static final Pose STRAIGHT = new Pose(0, 0, 0);
    private static final Eyes OPEN = new Eyes(0, 0, 0.27f);

    private final FaceQualityEvaluator findings = new FaceQualityEvaluator(CheckLimits.DEFAULT);

    private List<Finding> of(Pose pose, Quality quality, Eyes eyes, float height) {
        return findings.evaluate(
                new Face(
                        new FaceBox(0, 0, 100, 130, 1),
                        new Landmarks(new float[136]),
                        pose,
                        quality,
                        eyes,
                        new FaceVector(new float[FaceVector.LENGTH])),
                height);
    }

    private static Quality quality(float norm, float residual, float sharpness, float brightness, float contrast) {
        return new Quality(norm, residual, sharpness, brightness, contrast, 0);
    }

    private static Quality good() {
        return quality(4, 3, 60, 120, 50);
    }

    private static String words(List<Finding> found) {
        return String.join(
                " ",
                found.stream().map(one -> one.severity() + ":" + one.reason()).toList());
    }

    private static String expected(String words) {
        return words == null ? "" : words;
    }

    @Test
    void aGoodFaceHasNoFindings() {
        assertThat(of(STRAIGHT, good(), OPEN, 300)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"110,", "109.9, WARN:TOO_SMALL", "70, WARN:TOO_SMALL", "69.9, REFUSE:TOO_SMALL"})
    void sizeAtItsLimits(float height, String expected) {
        assertThat(words(of(STRAIGHT, good(), OPEN, height))).isEqualTo(expected(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "50,",
        "49.9, WARN:TOO_DARK",
        "25, WARN:TOO_DARK",
        "24.9, REFUSE:TOO_DARK",
        "210,",
        "210.1, WARN:TOO_BRIGHT",
        "235, WARN:TOO_BRIGHT",
        "235.1, REFUSE:TOO_BRIGHT"
    })
    void brightnessAtItsLimits(float brightness, String expected) {
        assertThat(words(of(STRAIGHT, quality(4, 3, 60, brightness, 50), OPEN, 300)))
                .isEqualTo(expected(expected));
    }

    @ParameterizedTest
    @CsvSource({"30,", "29.9, WARN:BLURRED", "15, WARN:BLURRED", "14.9, REFUSE:BLURRED"})
    void sharpnessAtItsLimits(float sharpness, String expected) {
        assertThat(words(of(STRAIGHT, quality(4, 3, sharpness, 120, 50), OPEN, 300)))
                .isEqualTo(expected(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 29.9, WARN:BLURRED",
        "19.9, 15,",
        "19.9, 14.9, WARN:BLURRED",
        "19.9, 7.5, WARN:BLURRED",
        "19.9, 7.4, REFUSE:BLURRED"
    })
    void flatLightHalvesWhatSharpnessIsAskedFor(float contrast, float sharpness, String expected) {
        assertThat(words(of(STRAIGHT, quality(4, 3, sharpness, 120, contrast), OPEN, 300)))
                .isEqualTo(expected(expected));
    }

    @Test
    void inTheDarkNobodyIsToldOfBlur() {
        assertThat(words(of(STRAIGHT, quality(4, 3, 0, 49.9f, 50), OPEN, 300))).isEqualTo("WARN:TOO_DARK");
        assertThat(words(of(STRAIGHT, quality(4, 3, 0, 50, 50), OPEN, 300))).isEqualTo("REFUSE:BLURRED");
    }

    @Test
    void lowContrastIsToldOnlyWhereTheLightIsRight() {
        assertThat(words(of(STRAIGHT, quality(4, 3, 60, 120, 14.9f), OPEN, 300)))
                .isEqualTo("WARN:LOW_CONTRAST");
        assertThat(of(STRAIGHT, quality(4, 3, 60, 120, 15), OPEN, 300)).isEmpty();
        assertThat(words(of(STRAIGHT, quality(4, 3, 60, 40, 14.9f), OPEN, 300))).isEqualTo("WARN:TOO_DARK");
    }

    @ParameterizedTest
    @CsvSource({"60,", "60.1, WARN:SIDE_LIGHT", "-60,", "-60.1, WARN:SIDE_LIGHT"})
    void lightFromEitherSideAtItsLimit(float side, String expected) {
        assertThat(words(of(STRAIGHT, new Quality(4, 3, 60, 120, 50, side), OPEN, 300)))
                .isEqualTo(expected(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 0, 0,",
        "20.1, 0, 0, WARN:TURNED_AWAY",
        "-45, 0, 0, WARN:TURNED_AWAY",
        "-45.1, 0, 0, REFUSE:TURNED_AWAY",
        "0, 15, 0,",
        "0, 15.1, 0, WARN:LOOKING_UP",
        "0, 45, 0, WARN:LOOKING_UP",
        "0, 45.1, 0, REFUSE:LOOKING_UP",
        "0, -15, 0,",
        "0, -30, 0, WARN:LOOKING_DOWN",
        "0, -30.1, 0, REFUSE:LOOKING_DOWN",
        "0, 0, 15,",
        "0, 0, -15.1, WARN:TILTED",
        "0, 0, 45, WARN:TILTED",
        "0, 0, 45.1, REFUSE:TILTED"
    })
    void theHeadAtItsLimits(float yaw, float pitch, float roll, String expected) {
        assertThat(words(of(new Pose(yaw, pitch, roll), good(), OPEN, 300))).isEqualTo(expected(expected));
    }

    @Test
    void aHeadThatLeansTooFarIsNotAlsoToldToBeTurned() {
        assertThat(words(of(new Pose(60, 60, 45.1f), good(), OPEN, 300))).isEqualTo("REFUSE:TILTED");
    }

    @Test
    void closedEyesNeedBothEyesAFlatLidAndALargeFace() {
        var closed = new Eyes(0.91f, 0.91f, 0.16f);
        assertThat(words(of(STRAIGHT, good(), closed, 200))).isEqualTo("WARN:EYES_CLOSED");
        assertThat(of(STRAIGHT, good(), closed, 199.9f)).isEmpty();
        assertThat(of(STRAIGHT, good(), new Eyes(0.9f, 0.99f, 0.16f), 200)).isEmpty();
        assertThat(of(STRAIGHT, good(), new Eyes(0.99f, 0.9f, 0.16f), 200)).isEmpty();
        assertThat(of(STRAIGHT, good(), new Eyes(0.91f, 0.91f, 0.17f), 200)).isEmpty();
    }

    @Test
    void ofADarkOrBlurredFaceTheEyesAreNotJudged() {
        var closed = new Eyes(1, 1, 0.1f);
        assertThat(words(of(STRAIGHT, quality(4, 3, 60, 40, 50), closed, 300))).isEqualTo("WARN:TOO_DARK");
        assertThat(words(of(STRAIGHT, quality(4, 3, 20, 120, 50), closed, 300))).isEqualTo("WARN:BLURRED");
    }

    @Test
    void pointsThatMissTheTemplateAreToldOfAFrontalFaceOnly() {
        assertThat(of(STRAIGHT, quality(4, 7, 60, 120, 50), OPEN, 300)).isEmpty();
        assertThat(words(of(STRAIGHT, quality(4, 7.1f, 60, 120, 50), OPEN, 300)))
                .isEqualTo("WARN:LANDMARKS_UNSURE");
        assertThat(words(of(new Pose(20.1f, 0, 0), quality(4, 7.1f, 60, 120, 50), OPEN, 300)))
                .isEqualTo("WARN:TURNED_AWAY");
    }

    @Test
    void aWeakTemplateWarnsOnlyWhereNothingElseSaysWhatToDo() {
        assertThat(of(STRAIGHT, quality(3, 3, 60, 120, 50), OPEN, 300)).isEmpty();
        assertThat(words(of(STRAIGHT, quality(2.9f, 3, 60, 120, 50), OPEN, 300)))
                .isEqualTo("WARN:WEAK_TEMPLATE");
        assertThat(words(of(STRAIGHT, quality(2.9f, 3, 60, 120, 50), OPEN, 100)))
                .isEqualTo("WARN:TOO_SMALL");
        assertThat(words(of(STRAIGHT, quality(2.4f, 3, 60, 120, 50), OPEN, 100)))
                .isEqualTo("REFUSE:WEAK_TEMPLATE WARN:TOO_SMALL");
    }

    @Test
    void refusalsComeBeforeWarnings() {
        assertThat(words(of(new Pose(30, 0, 0), quality(4, 3, 5, 120, 50), OPEN, 100)))
                .isEqualTo("REFUSE:BLURRED WARN:TOO_SMALL WARN:TURNED_AWAY");
    }
}
