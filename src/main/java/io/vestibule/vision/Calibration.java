package io.vestibule.vision;

/// Maps the cosine of two face vectors to a similarity of 0..100, and back.
///
/// The curve was fitted to the false accept rates of the bundled models on the LFW set (7,484 photos, all against
/// all: 242,257 genuine and 87 million impostor pairs), so that the usual thresholds have their usual meaning:
///
/// | similarity | cosine | false accepts | false rejects |
/// |---|---|---|---|
/// | 70 | 0.353 | 6.9e-4 | 0.4 % |
/// | 80 | 0.38 | 3.2e-4 | 0.6 % |
/// | 90 | 0.42 | 9.4e-5 | 1.0 % |
/// | 95 | 0.464 | 2.3e-5 | 1.8 % |
/// | 99 | 0.50 | 7.7e-6 | 3.0 % |
///
/// These are press photos of known people, which the models may have been trained on: expect somewhat worse, and five
/// to ten times the false accepts among people who look alike or in poor gray pictures. A search among N people
/// raises false accepts about N-fold; see [SearchThreshold].
///
/// False accepts differ by group. On web pictures of adults that were labelled by machine (UTKFace, pairs of one
/// group):
///
/// | similarity | the group with the fewest | mean of eight groups | the group with the most |
/// |---|---|---|---|
/// | 80 | 9.8e-4 | 7.3e-3 | 1.5e-2 |
/// | 90 | 3.6e-4 | 3.3e-3 | 6.6e-3 |
/// | 95 | 1.6e-4 | 1.6e-3 | 3.0e-3 |
/// | 99 | 5e-5 | 8.8e-4 | 1.6e-3 |
public final class Calibration {

    private static final float[] COSINE = {0, .10f, .20f, .25f, .30f, .34f, .38f, .42f, .50f, .60f, .75f, 1};
    private static final float[] SIMILARITY = {0, 1, 10, 25, 50, 65, 80, 90, 99, 99.8f, 99.98f, 100};

    private static final float ROUNDING = 1e-4f;

    private Calibration() {}

    /// @param cosine -1..1; values outside are clamped
    /// @return 0..100, monotonic in the cosine
    public static float similarity(float cosine) {
        return between(COSINE, SIMILARITY, cosine);
    }

    /// The cosine that a pair must have to reach `similarity`: for searching by a threshold.
    ///
    /// @param similarity 0..100; values outside are clamped
    /// @return 0..1
    public static float cosine(float similarity) {
        return between(SIMILARITY, COSINE, similarity);
    }

    /// No pair that reaches `similarity` has a lower cosine: for searching by a threshold. Lower than
    /// [#cosine] by more than the rounding of either function.
    ///
    /// @param similarity 0..100; at 0 every pair reaches it
    /// @return -1..1
    public static float leastCosine(float similarity) {
        return similarity > 0 ? cosine(similarity) - ROUNDING : -1;
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
