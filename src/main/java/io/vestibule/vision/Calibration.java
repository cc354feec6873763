package io.vestibule.vision;

/// From the cosine of two face vectors to a similarity of 0..100 that rises as the service's does, so that its usual
/// thresholds mean something: 80 is passed by 3 in 10,000 pairs of different people, 99 by 8 in a million (all pairs
/// of Labeled Faces in the Wild with the shipped models). It is not the service's score and never called so.
public final class Calibration {

    private static final float[] COSINE = {0, .10f, .20f, .25f, .30f, .34f, .38f, .42f, .50f, .60f, .75f, 1};
    private static final float[] SIMILARITY = {0, 1, 10, 25, 50, 65, 80, 90, 99, 99.8f, 99.98f, 100};

    private Calibration() {}

    /// @param cosine -1..1
    /// @return 0..100, never falling when the cosine rises
    public static float similarity(float cosine) {
        if (cosine <= 0) {
            return 0;
        }
        for (int i = 1; i < COSINE.length; i++) {
            if (cosine <= COSINE[i]) {
                float part = (cosine - COSINE[i - 1]) / (COSINE[i] - COSINE[i - 1]);
                return SIMILARITY[i - 1] + part * (SIMILARITY[i] - SIMILARITY[i - 1]);
            }
        }
        return 100;
    }

    /// The cosine from which on [#similarity] reaches this value.
    public static float cosine(float similarity) {
        if (similarity <= 0) {
            return 0;
        }
        for (int i = 1; i < SIMILARITY.length; i++) {
            if (similarity <= SIMILARITY[i]) {
                float part = (similarity - SIMILARITY[i - 1]) / (SIMILARITY[i] - SIMILARITY[i - 1]);
                return COSINE[i - 1] + part * (COSINE[i] - COSINE[i - 1]);
            }
        }
        return 1;
    }
}
