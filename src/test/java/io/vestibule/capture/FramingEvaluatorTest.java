package io.vestibule.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.FaceBox;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the face has to be, in a picture of 1000 x 1000.
class FramingEvaluatorTest {

    private static final Pixels PICTURE = new Pixels(1000, 1000, new int[1_000_000]);

    private final FramingEvaluator framingEvaluator = new FramingEvaluator();

    private static FaceBox box(float centreX, float centreY, float height) {
        return new FaceBox(centreX - 150, centreY - height / 2, 300, height, 1);
    }

    private Optional<Guidance> judge(float centreX, float centreY, float height) {
        return framingEvaluator.evaluate(PICTURE, box(centreX, centreY, height));
    }

    @ParameterizedTest
    @CsvSource({"279, CLOSER", "281,", "749,", "751, FURTHER"})
    void theHeightOfTheFaceAtItsLimits(float height, Guidance expected) {
        assertThat(judge(500, 500, height)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "679, 500,",
        "681, 500, CENTRE",
        "321, 500,",
        "319, 500, CENTRE",
        "500, 699,",
        "500, 701, CENTRE",
        "500, 301,",
        "500, 299, CENTRE"
    })
    void thePlaceOfTheFaceAtItsLimits(float x, float y, Guidance expected) {
        assertThat(judge(x, y, 400)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void aFaceThatMovesByMoreThanATenthOfItsHeightIsToHoldStill() {
        assertThat(judge(500, 500, 400)).as("the first look").isEmpty();
        assertThat(judge(539, 500, 400)).isEmpty();
        assertThat(judge(539, 541, 400)).contains(Guidance.HOLD_STILL);
        assertThat(judge(539, 541, 400)).as("still again").isEmpty();
    }

    @Test
    void aFaceThatWasLostMayComeBackElsewhere() {
        judge(400, 500, 400);
        framingEvaluator.lost();
        assertThat(judge(600, 500, 400)).isEmpty();
    }

    @Test
    void aMoveIsMeasuredFromTheLookBeforeEvenIfThatOneWasNotGood() {
        assertThat(judge(700, 500, 400)).contains(Guidance.CENTRE);
        assertThat(judge(600, 500, 400)).contains(Guidance.HOLD_STILL);
    }
}
