package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bundled photos have the properties that the first start and the tour rely on.
class VisionSamplesTest {

    private static final OnnxVision VISION = OnnxVision.open(ModelSet.shipped());
    private static final float ASSOCIATE = 75;

    @AfterAll
    static void close() {
        VISION.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void photos_of_a_person_are_good_enough_to_enrol(int person) {
        for (int photo = 1; photo <= 3; photo++) {
            Face face = only("sample-person-" + person + "/" + photo + ".jpg");
            assertThat(face.box().height()).isGreaterThan(200);
            assertThat(face.quality().norm()).isGreaterThan(3.2f);
            assertThat(face.quality().residual()).isLessThan(7);
            assertThat(face.quality().sharpness()).isGreaterThan(30);
            assertThat(face.quality().brightness()).isBetween(60f, 200f);
            assertThat(Math.abs(face.quality().sideLight())).isLessThan(60);
            assertThat(Math.abs(face.pose().yaw())).isLessThan(18);
            assertThat(Math.abs(face.pose().pitch())).isLessThan(13);
            assertThat(Math.abs(face.pose().roll())).isLessThan(14);
            assertThat(face.eyes().aspect()).isGreaterThan(0.2f);
        }
    }

    @Test
    void each_person_is_like_themselves_and_like_nobody_else() {
        for (int one = 1; one <= 3; one++) {
            for (int other = 1; other <= 3; other++) {
                for (FaceVector left : vectors(one)) {
                    for (FaceVector right : vectors(other)) {
                        float similarity = Cohort.shipped().similarity(left, right);
                        if (one == other) {
                            assertThat(similarity).isGreaterThan(ASSOCIATE);
                        } else {
                            assertThat(similarity).isLessThan(20);
                        }
                    }
                }
            }
        }
    }

    @Test
    void the_first_person_is_found_by_another_photo_and_the_stranger_by_none() {
        FaceVector probe = only("sample-person-1-probe.jpg").vector();
        FaceVector stranger = only("stranger.jpg").vector();
        for (int person = 1; person <= 3; person++) {
            for (FaceVector vector : vectors(person)) {
                if (person == 1) {
                    assertThat(Cohort.shipped().similarity(vector, probe)).isGreaterThan(95);
                } else {
                    assertThat(Cohort.shipped().similarity(vector, probe)).isLessThan(20);
                }
                assertThat(Cohort.shipped().similarity(vector, stranger)).isLessThan(20);
            }
        }
    }

    @Test
    void the_group_holds_four_people_two_of_whom_are_known() {
        List<Face> faces = VISION.analyseAll(VisionSamples.pixels("group.jpg"), 0.7f);
        assertThat(faces).hasSize(4);
        assertThat(faces)
                .isSortedAccordingTo((left, right) ->
                        Float.compare(right.box().area(), left.box().area()));
        for (int person = 2; person <= 3; person++) {
            FaceVector known = vectors(person).getFirst();
            assertThat(faces)
                    .filteredOn(face -> Cohort.shipped().similarity(face.vector(), known) > ASSOCIATE)
                    .hasSize(1);
        }
    }

    @Test
    void the_blurred_photo_shows_a_face_that_is_too_blurred() {
        assertThat(only("too-blurred.jpg").quality().sharpness()).isLessThan(15);
    }

    @Test
    void every_photo_has_its_own_bytes_and_together_they_are_small() {
        Set<String> different = new HashSet<>();
        List<String> names =
                new ArrayList<>(List.of("sample-person-1-probe.jpg", "stranger.jpg", "group.jpg", "too-blurred.jpg"));
        for (int person = 1; person <= 3; person++) {
            for (int photo = 1; photo <= 3; photo++) {
                names.add("sample-person-" + person + "/" + photo + ".jpg");
            }
        }
        int size = 0;
        for (String name : names) {
            byte[] bytes = VisionSamples.bytes(name);
            different.add(java.util.HexFormat.of().formatHex(bytes));
            size += bytes.length;
        }
        assertThat(different).hasSameSizeAs(names);
        assertThat(size).isLessThan(2_500_000);
    }

    private static List<FaceVector> vectors(int person) {
        List<FaceVector> vectors = new ArrayList<>();
        for (int photo = 1; photo <= 3; photo++) {
            vectors.add(only("sample-person-" + person + "/" + photo + ".jpg").vector());
        }
        return vectors;
    }

    private static Face only(String name) {
        Pixels pixels = VisionSamples.pixels(name);
        List<Face> faces = VISION.analyseAll(pixels, 0.7f);
        assertThat(faces).as(name).hasSize(1);
        return faces.getFirst();
    }
}
