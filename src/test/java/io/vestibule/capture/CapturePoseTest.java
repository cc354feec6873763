package io.vestibule.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vision.Pose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From where on a head is turned as asked, and up to where.
class CapturePoseTest {

    @ParameterizedTest
    @CsvSource({
        "FRONTAL, 11, -11, 15, true",
        "FRONTAL, 11.1, 0, 0, false",
        "FRONTAL, 0, 11.1, 0, false",
        "FRONTAL, 0, 0, 15.1, false",
        "FRONTAL, 0, 0, -15.1, false",
        "RIGHT, 12, 0, 0, true",
        "RIGHT, 11.9, 0, 0, false",
        "RIGHT, 38, 11, 0, true",
        "RIGHT, 38.1, 0, 0, false",
        "RIGHT, -20, 0, 0, false",
        "RIGHT, 20, 11.1, 0, false",
        "LEFT, -12, 0, 0, true",
        "LEFT, -38, 0, 0, true",
        "LEFT, -38.1, 0, 0, false",
        "LEFT, 20, 0, 0, false",
        "UP, 0, 9, 0, true",
        "UP, 0, 8.9, 0, false",
        "UP, 0, 26, 0, true",
        "UP, 0, 26.1, 0, false",
        "UP, 11.1, 15, 0, false",
        "DOWN, 0, -9, 0, true",
        "DOWN, 0, -26, 0, true",
        "DOWN, 0, -26.1, 0, false",
        "DOWN, 0, 15, 0, false"
    })
    void aTurnFitsBetweenItsLimits(CapturePose pose, float yaw, float pitch, float roll, boolean fits) {
        assertThat(pose.fits(new Pose(yaw, pitch, roll))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"FRONTAL, LOOK_STRAIGHT", "LEFT, TURN_LEFT", "RIGHT, TURN_RIGHT", "UP, LOOK_UP", "DOWN, LOOK_DOWN"})
    void eachAsksForItsOwnTurn(CapturePose pose, Guidance advice) {
        assertThat(pose.advice()).isEqualTo(advice);
    }
}
