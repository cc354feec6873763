package io.vestibule.vision.search;

/// What is searched for.
///
/// @param vector of unit length
/// @param cohortScore -1..1, how much it looks like everybody; 0 to compare by the cosine alone
@SuppressWarnings("ArrayRecordComponent") // read only
public record SearchProbe(float[] vector, float cohortScore) {

    /// A probe that is compared by the cosine alone.
    public static SearchProbe plain(float[] vector) {
        return new SearchProbe(vector, 0);
    }
}
