package io.vestibule.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.Eyes;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.Landmarks;
import io.vestibule.vision.Pose;
import io.vestibule.vision.Quality;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// How many frames and how much time it takes, and which frame is kept.
class BurstTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private final Burst burst = new Burst();

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }

    private static Face face(float norm) {
        return new Face(
                new FaceBox(0, 0, 100, 130, 1),
                new Landmarks(new float[136]),
                new Pose(0, 0, 0),
                new Quality(norm, 0, 60, 120, 50, 0),
                new Eyes(0, 0, 0.27f),
                new FaceVector(new float[FaceVector.LENGTH]));
    }

    private Pixels add(float norm, int millis) {
        var frame = new Pixels(1, 1, new int[] {Math.round(norm * 10)});
        burst.add(frame, face(norm), at(millis));
        return frame;
    }

    @Test
    void threeFramesWithinTheTimeAreNotEnoughBeforeItIsOver() {
        add(3, 0);
        add(3, 100);
        add(3, 200);
        assertThat(burst.ready(at(699))).isEmpty();
        assertThat(burst.ready(at(700))).isPresent();
    }

    @Test
    void theTimeAloneIsNotEnoughWithFewerFrames() {
        add(3, 0);
        add(3, 100);
        assertThat(burst.ready(at(5_000))).isEmpty();
        assertThat(burst.progress(at(5_000))).isCloseTo(2 / 3f, Offset.offset(1e-4f));
        add(3, 5_000);
        assertThat(burst.ready(at(5_000))).isPresent();
    }

    @Test
    void theFrameOfTheLongestVectorIsKeptAndOfEqualOnesTheFirst() {
        add(3, 0);
        add(4, 350);
        add(4, 500);
        add(3.5f, 700);
        var kept = burst.ready(at(700)).orElseThrow();
        assertThat(kept.face().quality().norm()).isEqualTo(4);
        assertThat(kept.pixels().argb()).containsExactly(40);
    }

    @Test
    void theFrameThatIsKeptIsACopySinceTheCameraUsesItsOwnAgain() {
        var frame = add(4, 0);
        add(3, 350);
        add(3, 700);
        frame.argb()[0] = -1;
        assertThat(burst.ready(at(700)).orElseThrow().pixels().argb()).containsExactly(40);
    }

    @Test
    void nothingIsUnderWayBeforeTheFirstFrameNorAfterClearing() {
        assertThat(burst.progress(START)).isZero();
        assertThat(burst.ready(at(5_000))).isEmpty();
        add(5, 0);
        add(5, 350);
        add(5, 700);
        burst.clear();
        assertThat(burst.progress(at(700))).isZero();
        assertThat(burst.ready(at(700))).isEmpty();
        add(3, 700);
        assertThat(burst.progress(at(700))).isZero();
    }

    @Test
    void progressFollowsTheSlowerOfTimeAndFrames() {
        for (int i = 0; i < 5; i++) {
            add(3, i);
        }
        assertThat(burst.progress(at(350))).isCloseTo(0.5f, Offset.offset(1e-4f));
        assertThat(burst.progress(at(9_000))).isEqualTo(1);
    }
}
