package io.vestibule.vision.search;

/// Cohort scores in 256 levels, a byte each, for the stage of a search that compares codes: the cosine that a vector
/// needs to reach a score depends on its own cohort score.
///
/// A level stands for the lowest cohort score that it holds, so that no vector is asked for a higher cosine than it
/// needs.
final class CohortLevels {

    static final int COUNT = 256;

    private static final float STEP = 2f / COUNT;

    private CohortLevels() {}

    static byte of(float cohortScore) {
        return (byte) Math.clamp((int) Math.floor((cohortScore + 1) / STEP), 0, COUNT - 1);
    }

    /// Limits of differing bits by level.
    ///
    /// @param bits of one rotation
    /// @param least score that has to be found
    static CodeCut[] cuts(int bits, float least, float probeCohortScore) {
        var cuts = new CodeCut[COUNT];
        for (int level = 0; level < COUNT; level++) {
            float lowest = -1 + level * STEP;
            cuts[level] = CodeCut.at(bits, least + (probeCohortScore + lowest) / 2);
        }
        return cuts;
    }
}
