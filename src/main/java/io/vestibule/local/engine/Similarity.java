package io.vestibule.local.engine;

/// Similarity 0..100 of a cosine, piecewise linear. The points were set by the false-match rate of the built-in model
/// on Labeled Faces in the Wild: 80 is about 3 in 10,000, 99 about 8 in a million.
final class Similarity {

    private static final float[] COSINE = {0, .10f, .20f, .25f, .30f, .34f, .38f, .42f, .50f, .60f, .75f, 1};
    private static final float[] PERCENT = {0, 1, 10, 25, 50, 65, 80, 90, 99, 99.8f, 99.98f, 100};

    private Similarity() {}

    static float of(float cosine) {
        if (!(cosine > 0)) {
            return 0;
        }
        for (int i = 1; i < COSINE.length; i++) {
            if (cosine <= COSINE[i]) {
                float part = (cosine - COSINE[i - 1]) / (COSINE[i] - COSINE[i - 1]);
                return PERCENT[i - 1] + part * (PERCENT[i] - PERCENT[i - 1]);
            }
        }
        return 100;
    }
}
