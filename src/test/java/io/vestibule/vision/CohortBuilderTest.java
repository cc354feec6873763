package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortBuilderTest {

    @TempDir
    Path folder;

    private final Random random = new Random(8);

    private float[] around(int axis, double spread) {
        var vector = new float[FaceVector.LENGTH];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (spread * random.nextGaussian());
        }
        vector[axis] += 1;
        return CohortBuilder.person(List.of(new FaceVector(vector)));
    }

    private List<float[]> people(int... sizes) {
        var people = new ArrayList<float[]>();
        for (int group = 0; group < sizes.length; group++) {
            for (int i = 0; i < sizes[group]; i++) {
                people.add(around(group, .02));
            }
        }
        return people;
    }

    @Test
    void eachGroupOfPeopleHasAMeanOfUnitLength() {
        var means = CohortBuilder.means(people(150, 150, 150));
        assertThat(means).hasSizeBetween(3, 9);
        for (int group = 0; group < 3; group++) {
            int axis = group;
            assertThat(means).anyMatch(mean -> mean[axis] > .95f);
        }
        for (float[] mean : means) {
            assertThat((double) new FaceVector(mean).cosine(new FaceVector(mean)))
                    .isCloseTo(1, within(1e-4));
        }
    }

    /// A mean of a few people would nearly be their vector.
    @Test
    void aGroupOfTooFewPeopleHasNoMean() {
        var means = CohortBuilder.means(people(300, 300, Cohort.LEAST_PEOPLE - 1));
        assertThat(means).noneMatch(mean -> mean[2] > .9f);
    }

    @Test
    void theSamePeopleGiveTheSameCohort() {
        var people = people(200, 250);
        assertThat(CohortBuilder.bytes(CohortBuilder.means(people)))
                .isEqualTo(CohortBuilder.bytes(CohortBuilder.means(people)));
    }

    @Test
    void fewPeopleAreRefused() {
        var few = people(CohortBuilder.LEAST_PEOPLE - 1);
        assertThatThrownBy(() -> CohortBuilder.means(few)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileHasAScaleOfItsOwn() throws Exception {
        var file = folder.resolve("cohort.f32");
        var means = CohortBuilder.means(people(200, 250));
        Files.write(file, CohortBuilder.bytes(means));
        var cohort = Cohort.read(file);
        assertThat(cohort.size()).isEqualTo(means.size());
        assertThat(cohort.scale()).matches("embedded-2-[0-9a-f]{8}");
        assertThat((double) cohort.score(means.getFirst())).isGreaterThan(.4);
    }

    @Test
    void aFileThatIsMissingOrNoCohortIsNamed() throws Exception {
        assertThatThrownBy(() -> Cohort.read(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        VisionException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("vision.model-missing"));
        var file = Files.write(folder.resolve("text.f32"), new byte[4096]);
        assertThatThrownBy(() -> Cohort.read(file))
                .isInstanceOfSatisfying(
                        VisionException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("vision.model-unfit"));
    }
}
