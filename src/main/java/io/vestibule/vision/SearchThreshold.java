package io.vestibule.vision;

/// The similarity that a search needs so that strangers rarely match: with each person more in the collection there is
/// one more who may be mistaken for them.
///
/// A stranger matches somebody among N people with probability `1 - (1 - f)^N`, where f depends on the cosine. It was
/// measured with the bundled models on a collection of 1,000 people of four origins and both sexes (web pictures,
/// labelled by machine, one photo a person):
///
/// | cosine | strangers who match somebody | f |
/// |---|---|---|
/// | 0.38 | 50 % | 6.9e-4 |
/// | 0.42 | 29 % | 3.4e-4 |
/// | 0.464 | 16 % | 1.7e-4 |
/// | 0.50 | 8 % | 8.3e-5 |
///
/// Between these its logarithm is linear; beyond them the line is continued. Among people of one origin f can be
/// several
/// times as high. The threshold ends at a cosine of 0.60, above which too many photos of the same person would fail to
/// match: with the usual settings it ends at 1,900 people for 2 % of strangers and at 4,800 for 5 %, and more strangers
/// match in larger collections.
public final class SearchThreshold {

    private static final double[] COSINE = {.38, .42, .464, .50};
    private static final double[] STRANGERS = {.50, .29, .16, .08};
    private static final double MEASURED_PEOPLE = 1000;

    private static final float HIGHEST_COSINE = .60f;

    private SearchThreshold() {}

    /// @param strangers tolerated share of strangers who match somebody, above 0 and below 1
    /// @param people number of people in the collection
    /// @return 0..100, on the scale of [Calibration]
    public static float similarity(double strangers, long people) {
        if (!(strangers > 0 && strangers < 1)) {
            throw new IllegalArgumentException("Not a share: " + strangers);
        }
        double wanted = logRate(strangers, (double) Math.max(1, people));
        int last = COSINE.length - 1;
        int i = 1;
        while (i < last && wanted < logRate(STRANGERS[i], MEASURED_PEOPLE)) {
            i++;
        }
        double from = logRate(STRANGERS[i - 1], MEASURED_PEOPLE);
        double to = logRate(STRANGERS[i], MEASURED_PEOPLE);
        double cosine = COSINE[i - 1] + (wanted - from) / (to - from) * (COSINE[i] - COSINE[i - 1]);
        return Calibration.similarity((float) Math.clamp(cosine, 0, HIGHEST_COSINE));
    }

    /// Logarithm of the rate at which two strangers match, if that share of strangers match somebody among `people`.
    private static double logRate(double strangers, double people) {
        return Math.log(-Math.expm1(Math.log1p(-strangers) / people));
    }
}
