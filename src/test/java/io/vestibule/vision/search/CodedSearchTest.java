package io.vestibule.vision.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The search by codes finds what the pass over all vectors finds.
class CodedSearchTest {

    private static final int LENGTH = 512;

    /// More than the number from which codes are used, so that every search below uses them.
    private static final int PEOPLE = 12_000;

    private static final VectorIndex INDEX = new VectorIndex(LENGTH);
    private static final List<float[]> VECTORS = new ArrayList<>();
    private static final List<Float> COHORT_SCORES = new ArrayList<>();
    private static final float[][] COMMON = new float[8][];

    static {
        var random = new Random(19);
        // A few directions that all share, as faces do: strangers have cosines of up to 0.4.
        Arrays.setAll(COMMON, _ -> unit(random));
        for (int person = 0; person < PEOPLE; person++) {
            var vector = like(COMMON[random.nextInt(COMMON.length)], .65 * random.nextDouble(), random);
            VECTORS.add(vector);
            COHORT_SCORES.add(random.nextFloat(-.05f, .5f));
            INDEX.put(person, vector, COHORT_SCORES.getLast());
        }
    }

    private static float[] unit(Random random) {
        var vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return scaled(vector);
    }

    private static float[] scaled(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        for (int i = 0; i < LENGTH; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    /// A unit vector whose cosine to the unit vector `other` is `cosine`.
    private static float[] like(float[] other, double cosine, Random random) {
        return between(other, unit(random), cosine);
    }

    private static float[] between(float[] one, float[] second, double cosine) {
        double along = 0;
        for (int i = 0; i < LENGTH; i++) {
            along += (double) one[i] * second[i];
        }
        var rest = second.clone();
        for (int i = 0; i < LENGTH; i++) {
            rest[i] -= (float) (along * one[i]);
        }
        scaled(rest);
        for (int i = 0; i < LENGTH; i++) {
            rest[i] = (float) (cosine * one[i] + Math.sqrt(1 - cosine * cosine) * rest[i]);
        }
        return rest;
    }

    private static List<Neighbour> plain(SearchProbe probe, int most, float least) {
        return INDEX.nearest(probe, most, _ -> true).stream()
                .filter(neighbour -> neighbour.score() >= least)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(floats = {.1f, .147f, .205f, .26f, .3f, .4f, .6f})
    void findsWhatThePassOverAllFinds(float least) {
        var random = new Random((long) (least * 1000));
        int found = 0;
        for (int i = 0; i < 100; i++) {
            // Half of the probes look like somebody, most of these about as much as is asked for.
            int person = random.nextInt(PEOPLE);
            float cohortScore = random.nextFloat(-.05f, .5f);
            double needed = least + (cohortScore + COHORT_SCORES.get(person)) / 2;
            var vector = i % 2 == 0
                    ? unit(random)
                    : like(VECTORS.get(person), Math.min(1, needed + .02 * random.nextGaussian()), random);
            var probe = new SearchProbe(vector, cohortScore);
            var expected = plain(probe, 50, least);
            assertThat(INDEX.nearest(probe, 50, least, _ -> true)).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isPositive();
    }

    /// The formula of `Cohort`, in double precision.
    @Test
    void aScoreIsTheCosineLessTheMeanOfBothCohortScores() {
        var random = new Random(23);
        for (int i = 0; i < 20; i++) {
            var probe = new SearchProbe(
                    like(VECTORS.get(random.nextInt(PEOPLE)), .7, random), random.nextFloat(-.05f, .5f));
            var best = INDEX.nearest(probe, 1, .1f, _ -> true).getFirst();
            var vector = VECTORS.get((int) best.key());
            double cosine = 0;
            for (int n = 0; n < LENGTH; n++) {
                cosine += (double) vector[n] * probe.vector()[n];
            }
            double mean = (probe.cohortScore() + COHORT_SCORES.get((int) best.key())) / 2;
            assertThat((double) best.score()).isCloseTo(cosine - mean, within(1e-4));
        }
    }

    @Test
    void cohortScoresAreReplacedAndLeaveWithTheirVectors() {
        var random = new Random(29);
        var index = new VectorIndex(LENGTH);
        var one = unit(random);
        var other = unit(random);
        index.put(1, one, .4f);
        index.put(2, other, .2f);
        index.put(1, one, .1f);
        index.remove(2);
        assertThat(index.nearest(SearchProbe.plain(one), 2, .9f, _ -> true))
                .singleElement()
                .satisfies(self -> assertThat((double) self.score()).isCloseTo(.95, within(1e-3)));
        index.rescore(_ -> .3f);
        assertThat((double) index.nearest(SearchProbe.plain(one), 1, _ -> true)
                        .getFirst()
                        .score())
                .isCloseTo(.85, within(1e-3));
    }

    @Test
    void keepsTheBestOfManyAndSkipsKeysThatAreNotWanted() {
        var probe = new SearchProbe(COMMON[0], -.05f);
        long best = INDEX.nearest(probe, 1, _ -> true).getFirst().key();
        var expected = INDEX.nearest(probe, 3, key -> key != best);
        assertThat(expected).hasSize(3).allMatch(neighbour -> neighbour.score() >= .25f);
        assertThat(INDEX.nearest(probe, 3, .25f, key -> key != best)).isEqualTo(expected);
        assertThat(INDEX.nearest(SearchProbe.plain(VECTORS.get(7)), 1, .7f, _ -> true))
                .singleElement()
                .satisfies(self -> assertThat(self.key()).isEqualTo(7));
        assertThat(INDEX.nearest(probe, 0, .25f, _ -> true)).isEmpty();
    }

    /// Pairs exactly at the cosine are the ones that a cut would lose first.
    @ParameterizedTest
    @ValueSource(doubles = {.25, .38, .464, .6, .9})
    void theCutLosesNoPairAtItsOwnCosine(double cosine) {
        var signCode = new SignCode(LENGTH);
        var cut = CodeCut.at(LENGTH, (float) cosine);
        var random = new Random((long) (cosine * 1000));
        double mean = 0;
        int pairs = 4000;
        for (int i = 0; i < pairs; i++) {
            var one = unit(random);
            int[] differing = differing(signCode, one, like(one, cosine, random));
            assertThat(differing[0]).isLessThanOrEqualTo(cut.first());
            assertThat(differing[0] + differing[1]).isLessThanOrEqualTo(cut.both());
            mean += (double) (differing[0] + differing[1]) / pairs;
        }
        assertThat(mean).isCloseTo(2 * LENGTH * Math.acos(cosine) / Math.PI, within(1.5));
    }

    /// Vectors of one, two or four numbers, and vectors that are alike but for a few numbers: the rotation spreads
    /// them.
    @Test
    void theCutLosesNoVectorsThatAreMadeToBeLost() {
        var signCode = new SignCode(LENGTH);
        var random = new Random(4);
        for (int numbers : new int[] {1, 2, 4, 32}) {
            for (int i = 0; i < 1000; i++) {
                double cosine = .25 + .7 * random.nextDouble();
                var one = sparse(random, numbers, i % 3 == 0 ? 1 : 0);
                int[] differing = differing(signCode, one, between(one, sparse(random, numbers, 0), cosine));
                var cut = CodeCut.at(LENGTH, (float) cosine - .001f);
                assertThat(differing[0]).isLessThanOrEqualTo(cut.first());
                assertThat(differing[0] + differing[1]).isLessThanOrEqualTo(cut.both());
            }
        }
    }

    private static float[] sparse(Random random, int numbers, float everywhere) {
        var vector = new float[LENGTH];
        Arrays.fill(vector, everywhere);
        for (int i = 0; i < numbers; i++) {
            vector[random.nextInt(LENGTH)] += random.nextBoolean() ? 3 : -3;
        }
        if (everywhere == 0) {
            vector[random.nextInt(LENGTH)] += .5f;
        }
        return scaled(vector);
    }

    private static int[] differing(SignCode signCode, float[] one, float[] other) {
        var a = signCode.of(one);
        var b = signCode.of(other);
        var differing = new int[2];
        for (int i = 0; i < a.length; i++) {
            differing[i / signCode.words()] += Long.bitCount(a[i] ^ b[i]);
        }
        return differing;
    }

    @Test
    void twoBytesANumberChangeACosineByLittle() {
        var random = new Random(8);
        var index = new VectorIndex(LENGTH);
        for (int i = 0; i < 500; i++) {
            var vector = unit(random);
            var probe = like(vector, random.nextDouble(), random);
            double exact = 0;
            for (int k = 0; k < LENGTH; k++) {
                exact += (double) vector[k] * probe[k];
            }
            index.put(1, vector);
            assertThat((double) index.nearest(SearchProbe.plain(probe), 1, _ -> true)
                            .getFirst()
                            .score())
                    .isCloseTo(exact, within(.00003));
        }
    }
}
