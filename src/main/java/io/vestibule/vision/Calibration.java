package io.vestibule.vision;

/// Maps the normalised score of two face vectors ([Cohort]) to a similarity of 0..100, and back.
///
/// A false accept rate is the share of pairs of different people who reach a similarity. Since it differs by group of
/// people, each similarity below stands for the mean of eight groups (two sexes, four origins; 1,582 web pictures of
/// adults, labelled by machine, UTKFace; pairs of one group). The group with the most false accepts has at most three
/// times the mean:
///
/// | similarity | score | false accepts, mean of groups | worst group | press photos (LFW) | false rejects (LFW) |
/// |---|---|---|---|---|---|
/// | 65 | 0.10 | 3.0e-3 | 4.8e-3 | 3.0e-3 | 1.9 % |
/// | 75 | 0.13 | 1.5e-3 | 2.5e-3 | 1.4e-3 | 2.3 % |
/// | 80 | 0.147 | 1.0e-3 | 1.7e-3 | 8e-4 | 2.6 % |
/// | 90 | 0.205 | 3.0e-4 | 5.7e-4 | 1.7e-4 | 4.0 % |
/// | 95 | 0.26 | 9.7e-5 | 2.1e-4 | 2.8e-5 | 6.9 % |
/// | 99 | 0.30 | 4e-5 | 5e-5 | 8e-6 | 10.4 % |
///
/// Rates between measured scores are interpolated; those below 1e-4 rest on few pairs. False rejects are pairs of
/// single photos; a user of three photos is rejected about a third as often. A search among N people raises false
/// accepts about N-fold; see [SearchThreshold]. These are public pictures that the models may have been trained on:
/// expect somewhat worse, and more false accepts among relatives and in poor gray pictures.
///
/// Two equal photos have a score of 1 less the mean of their cohort scores, usually 0.6 to 0.8.
public final class Calibration {

    private static final float[] SCORE = {
        -.45f, -.25f, -.10f, 0, .06f, .10f, .13f, .147f, .205f, .26f, .30f, .40f, .55f, 1
    };
    private static final float[] SIMILARITY = {0, 1, 8, 25, 50, 65, 75, 80, 90, 95, 99, 99.8f, 99.98f, 100};

    private static final float ROUNDING = 1e-4f;

    private Calibration() {}

    /// @param score of [Cohort#score]; values beyond the table are clamped
    /// @return 0..100, monotonic in the score
    public static float similarity(float score) {
        return between(SCORE, SIMILARITY, score);
    }

    /// The score that a pair must have to reach `similarity`.
    ///
    /// @param similarity 0..100; values outside are clamped
    /// @return -0.45..1
    public static float score(float similarity) {
        return between(SIMILARITY, SCORE, similarity);
    }

    /// No pair that reaches `similarity` has a lower score: for searching by a threshold. Lower than
    /// [#score] by more than the rounding of either function.
    ///
    /// @param similarity 0..100; at 0 every pair reaches it
    /// @return -2..1
    public static float leastScore(float similarity) {
        return similarity > 0 ? score(similarity) - ROUNDING : -2;
    }

    private static float between(float[] from, float[] to, float value) {
        int last = from.length - 1;
        if (!(value > from[0])) {
            return to[0]; // also for NaN
        }
        for (int i = 1; i <= last; i++) {
            if (value <= from[i]) {
                return to[i - 1] + (value - from[i - 1]) * (to[i] - to[i - 1]) / (from[i] - from[i - 1]);
            }
        }
        return to[last];
    }
}
