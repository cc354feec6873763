package io.vestibule.vision.search;

/// How many bits of two codes may differ if the cosine of their vectors is at least some value.
///
/// For a random rotation the number of differing bits depends on nothing but the cosine c: its mean is
/// `bits * arccos(c) / pi`, and its spread, drawn 100,000 times for each of twelve cosines at 512 bits, is at most 8.75
/// (8.75 at c = 0, 8.67 at 0.38, 8.05 at 0.8, 7.29 at 0.9; independent bits would have 11.3 at c = 0). Bits of two
/// rotations are independent of each other, so the squares of their spreads add up. The limit lies 5 spreads above the
/// mean: of the vectors exactly at the cosine one in 3.5 million is lost at each of the two stages, and of those above
/// it fewer still, because their mean is lower: at 0.02 more, one in ten billion.
///
/// @param first largest number of differing bits of the first rotation
/// @param both largest number of differing bits of both rotations together
record CodeCut(int first, int both) {

    private static final double SPREADS = 5;

    /// Spread of the differing bits of one rotation, divided by the square root of their number.
    private static final double SPREAD = 8.75 / Math.sqrt(512);

    /// @param bits of one rotation
    /// @param cosine -1..1, the lowest that has to be found
    static CodeCut at(int bits, float cosine) {
        return new CodeCut(limit(bits, cosine), limit(2 * bits, cosine));
    }

    private static int limit(int bits, float cosine) {
        double mean = bits * Math.acos(Math.clamp(cosine, -1f, 1f)) / Math.PI;
        return (int) Math.ceil(mean + SPREADS * SPREAD * Math.sqrt(bits));
    }
}
