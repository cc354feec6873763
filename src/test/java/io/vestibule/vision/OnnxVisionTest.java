package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.photo.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxVisionTest {

    private static final OnnxVision VISION = OnnxVision.open(ModelSet.shipped());
    private static final String PHOTO = "sample-person-1/1.jpg";

    @AfterAll
    static void close() {
        VISION.close();
    }

    @Test
    void many_threads_see_one_face_alike() throws InterruptedException, ExecutionException {
        Pixels pixels = VisionSamples.pixels(PHOTO);
        Pixels other = VisionSamples.pixels("sample-person-2/1.jpg");
        Face alone = VISION.analyseAll(pixels, 0.7f).getFirst();
        List<Future<Face>> looks = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 12; i++) {
                Pixels seen = i % 3 == 2 ? other : pixels; // so that stale memory would be noticed
                looks.add(threads.submit(() -> VISION.analyseAll(seen, 0.7f).getFirst()));
            }
        }
        for (int i = 0; i < looks.size(); i++) {
            Face face = looks.get(i).get();
            if (i % 3 == 2) {
                assertThat(face.vector().cosine(alone.vector())).isLessThan(0.3f);
            } else {
                assertThat(face.vector().values())
                        .containsExactly(alone.vector().values());
                assertThat(face.landmarks().xy())
                        .containsExactly(alone.landmarks().xy());
                assertThat(face.pose()).isEqualTo(alone.pose());
                assertThat(face.quality()).isEqualTo(alone.quality());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,500", "10000,80", "80,10000", "112,112"})
    void a_picture_of_any_size_without_a_face_shows_none(int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF336699);
        Pixels pixels = new Pixels(width, height, argb);
        assertThat(VISION.detect(pixels, 0.7f)).isEmpty();
        assertThat(VISION.analyseAll(pixels, 0.7f)).isEmpty();
        assertThat(VISION.uprightTurns(pixels)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,1,0,0,1,1", "10000,80,-40,-40,120,160", "300,300,250,250,100,100", "300,300,-200,-200,700,700"})
    void a_box_that_reaches_beyond_the_picture_is_looked_at(int width, int height, float x, float y, float w, float h) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF336699);
        Face face = VISION.analyse(new Pixels(width, height, argb), new FaceBox(x, y, w, h, 1));
        assertThat(face.vector().cosine(face.vector())).isCloseTo(1, within(1e-4f));
        assertThat(face.quality().norm()).isFinite().isPositive();
    }

    @Test
    void a_box_outside_the_picture_or_of_absurd_size_is_refused() {
        Pixels pixels = new Pixels(10, 10, new int[100]);
        for (FaceBox box :
                List.of(new FaceBox(20, 0, 5, 5, 1), new FaceBox(0, -20, 5, 5, 1), new FaceBox(0, 0, 1e9f, 1e9f, 1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> VISION.analyse(pixels, box));
            assertThatIllegalArgumentException().isThrownBy(() -> VISION.landmarks(pixels, box));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new FaceBox(0, 0, 0, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FaceBox(Float.NaN, 0, 5, 5, 1));
    }

    @Test
    void live_guidance_sees_what_the_whole_analysis_sees() {
        Pixels pixels = VisionSamples.pixels(PHOTO);
        FaceBox box = VISION.detect(pixels, 0.7f).getFirst();
        Face face = VISION.analyse(pixels, box);
        Landmarks landmarks = VISION.landmarks(pixels, box);
        assertThat(landmarks.xy()).containsExactly(face.landmarks().xy());
        assertThat(VISION.pose(pixels, box, landmarks)).isEqualTo(face.pose());
    }

    @ParameterizedTest
    @ValueSource(strings = {PHOTO, "sample-person-1-probe.jpg", "sample-person-2/1.jpg", "sample-person-3/1.jpg"})
    void a_mirrored_head_is_turned_and_leans_the_other_way(String name) {
        Pixels pixels = VisionSamples.pixels(name);
        Face face = VISION.analyseAll(pixels, 0.7f).getFirst();
        Face mirrored = VISION.analyseAll(mirrored(pixels), 0.7f).getFirst();
        assertThat(mirrored.pose().yaw()).isCloseTo(-face.pose().yaw(), within(6f));
        assertThat(mirrored.pose().pitch()).isCloseTo(face.pose().pitch(), within(6f));
        assertThat(mirrored.pose().roll()).isCloseTo(-face.pose().roll(), within(3f));
        assertThat(mirrored.quality().sideLight()).isCloseTo(-face.quality().sideLight(), within(10f));
    }

    @Test
    void a_pose_has_its_sign_and_size() {
        Pose first = VISION.analyseAll(VisionSamples.pixels("sample-person-1-probe.jpg"), 0.7f)
                .getFirst()
                .pose();
        assertThat(first.yaw()).isBetween(10f, 25f); // the nose points to the left edge
        assertThat(first.roll()).isBetween(8f, 15f); // leans clockwise
        List<Face> group = VISION.analyseAll(VisionSamples.pixels("group.jpg"), 0.7f);
        assertThat(group).allSatisfy(face -> assertThat(face.pose().pitch()).isBetween(-20f, 0f)); // chins are down
        Pose second = VISION.analyseAll(VisionSamples.pixels("sample-person-2/1.jpg"), 0.7f)
                .getFirst()
                .pose();
        assertThat(second.yaw()).isBetween(-20f, -5f); // the nose points to the right edge
        assertThat(second.roll()).isBetween(-12f, -4f);
    }

    @ParameterizedTest
    @ValueSource(strings = {PHOTO, "sample-person-2/2.jpg", "stranger.jpg", "too-blurred.jpg", "group.jpg"})
    void tells_how_a_turned_picture_stands_upright(String name) {
        Pixels pixels = VisionSamples.pixels(name);
        for (int turns = 0; turns < 4; turns++) {
            assertThat(VISION.uprightTurns(pixels.turned(turns))).isEqualTo((4 - turns) % 4);
        }
    }

    @Test
    void tiles_find_a_face_that_is_too_small_for_one_look() {
        Pixels portrait = VisionSamples.pixels(PHOTO);
        Pixels small = VisionSamples.onGray(portrait.scaled(portrait.width() / 7, portrait.height() / 7), 1280, 960);
        assertThat(VISION.detect(small, 0.7f)).isEmpty();
        assertThat(VISION.analyseAll(small, 0.7f)).hasSize(1);
    }

    @Test
    void after_closing_nothing_is_seen_and_closing_again_is_harmless() {
        OnnxVision vision = OnnxVision.open(ModelSet.shipped());
        Pixels pixels = VisionSamples.pixels(PHOTO);
        assertThat(vision.detect(pixels, 0.7f)).hasSize(1);
        vision.close();
        vision.close();
        assertThatIllegalStateException().isThrownBy(() -> vision.detect(pixels, 0.7f));
    }

    private static Pixels mirrored(Pixels pixels) {
        int width = pixels.width();
        int[] argb = new int[pixels.argb().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = pixels.at(width - 1 - i % width, i / width);
        }
        return new Pixels(width, pixels.height(), argb);
    }
}
