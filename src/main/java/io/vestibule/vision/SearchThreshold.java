package io.vestibule.vision;

/// The similarity that a search needs so that strangers rarely match: with each person more in the collection there is
/// one more who may be mistaken for them.
///
/// A stranger matches somebody among N people with probability `1 - (1 - f)^N`, where f depends on the normalised
/// score ([Cohort]). It was measured with the bundled models and cohort on a collection of 1,000 people of four origins
/// and both sexes (web pictures, labelled by machine, one photo a person):
///
/// | score | strangers who match somebody | f |
/// |---|---|---|
/// | 0.18 | 6.2 % | 6.4e-5 |
/// | 0.22 | 2.4 % | 2.4e-5 |
/// | 0.26 | 0.9 % | 9.0e-6 |
/// | 0.30 | 0.5 % | 5.0e-6 |
///
/// Between these its logarithm is linear; beyond them the line is continued. The threshold ends at a score of 0.40,
/// above which too many photos of the same person would fail to match: with the usual settings it ends at about 18,000
/// people for 2 % of strangers and at 45,000 for 5 %, and more strangers match in larger collections.
public final class SearchThreshold {

    private static final double[] SCORE = {.18, .22, .26, .30};
    private static final double[] STRANGERS = {.062, .024, .009, .005};
    private static final double MEASURED_PEOPLE = 1000;

    private static final float HIGHEST_SCORE = .40f;

    private SearchThreshold() {}

    /// @param strangers tolerated share of strangers who match somebody, above 0 and below 1
    /// @param people number of people in the collection
    /// @return 0..100, on the scale of [Calibration]
    public static float similarity(double strangers, long people) {
        if (!(strangers > 0 && strangers < 1)) {
            throw new IllegalArgumentException("Not a share: " + strangers);
        }
        double wanted = logRate(strangers, (double) Math.max(1, people));
        int last = SCORE.length - 1;
        int i = 1;
        while (i < last && wanted < logRate(STRANGERS[i], MEASURED_PEOPLE)) {
            i++;
        }
        double from = logRate(STRANGERS[i - 1], MEASURED_PEOPLE);
        double to = logRate(STRANGERS[i], MEASURED_PEOPLE);
        double score = SCORE[i - 1] + (wanted - from) / (to - from) * (SCORE[i] - SCORE[i - 1]);
        return Calibration.similarity((float) Math.clamp(score, -1, HIGHEST_SCORE));
    }

    /// Logarithm of the rate at which two strangers match, if that share of strangers match somebody among `people`.
    private static double logRate(double strangers, double people) {
        return Math.log(-Math.expm1(Math.log1p(-strangers) / people));
    }
}
