package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohortTest {

    private static float[] unit(Random random) {
        var vector = new float[FaceVector.LENGTH];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static float[] axis(int number) {
        var vector = new float[FaceVector.LENGTH];
        vector[number] = 1;
        return vector;
    }

    private static float[] between(int one, int other, double degrees) {
        var vector = new float[FaceVector.LENGTH];
        vector[one] = (float) Math.cos(Math.toRadians(degrees));
        vector[other] = (float) Math.sin(Math.toRadians(degrees));
        return vector;
    }

    /// The scores of another implementation for the faces of `golden.tsv`.
    @Test
    void scoresAreThoseOfTheReference() throws IOException {
        var faces = GoldenTest.faces();
        var stream = Objects.requireNonNull(CohortTest.class.getResourceAsStream("golden-cohort.tsv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var rows = reader.lines().filter(line -> !line.startsWith("#")).toList();
            assertThat(rows).hasSameSizeAs(faces);
            for (int i = 0; i < rows.size(); i++) {
                var columns = rows.get(i).split("\t", -1);
                var vector = faces.get(i).vector();
                assertThat(faces.get(i).photo()).isEqualTo(columns[0]);
                assertThat((double) Cohort.shipped().score(vector.values()))
                        .isCloseTo(Double.parseDouble(columns[2]), within(1e-4));
                assertThat((double) Cohort.shipped().score(faces.getFirst().vector(), vector))
                        .isCloseTo(Double.parseDouble(columns[3]), within(1e-4));
            }
        }
    }

    @Test
    void theTwoNearestMeansCount() {
        var cohort = Cohort.of(List.of(axis(0), axis(1), axis(2)), "test");
        var vector = between(0, 1, 60);
        assertThat((double) cohort.score(vector)).isCloseTo((.5 + Math.sqrt(.75)) / 2, within(1e-5));
        assertThat(cohort.nearest(vector)).isEqualTo(1);
        assertThat((double) Cohort.of(List.of(axis(0)), "test").score(vector)).isCloseTo(.5, within(1e-5));
    }

    @Test
    void aScoreIsSymmetricAndHighestForTheSameFace() {
        var random = new Random(5);
        var cohort = Cohort.shipped();
        for (int i = 0; i < 200; i++) {
            var one = new FaceVector(unit(random));
            var other = new FaceVector(unit(random));
            assertThat(cohort.score(one, other)).isEqualTo(cohort.score(other, one));
            assertThat(cohort.score(one, one)).isGreaterThan(cohort.score(one, other));
            assertThat(cohort.similarity(one, other)).isBetween(0f, 100f);
        }
    }

    @Test
    void moreMeansOnlyLowerScores() {
        var random = new Random(6);
        var larger = Cohort.shipped().with(List.of(unit(random), unit(random)));
        assertThat(larger.size()).isEqualTo(Cohort.shipped().size() + 2);
        assertThat(larger.scale()).isEqualTo(Cohort.shipped().scale());
        for (int i = 0; i < 200; i++) {
            var one = new FaceVector(unit(random));
            var other = new FaceVector(unit(random));
            assertThat(larger.score(one, other))
                    .isLessThanOrEqualTo(Cohort.shipped().score(one, other));
        }
    }

    @Test
    void theBundledCohortIsReadOnce() {
        assertThat(Cohort.shipped()).isSameAs(Cohort.shipped());
        assertThat(Cohort.shipped().size()).isEqualTo(64);
        assertThat(Cohort.shipped().scale()).isEqualTo("embedded-2");
    }

    @Test
    void bytesThatAreNoMeansAreRefused() {
        for (byte[] bytes : List.of(new byte[0], new byte[100], new byte[2048], new byte[2048 * 1025])) {
            assertThatThrownBy(() -> Cohort.of(bytes, "test")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
