package io.vestibule.enrol;

import io.vestibule.cloud.QualityFilter;

/// The settings of enrolment that a manager can change. Thresholds are 0..100 on the scale of the engine in use.
///
/// @param associate lowest similarity of a further photo to the person; 75 is the service's own default
/// @param search lowest similarity of a match when searching for the person on a photo
/// @param duplicate lowest similarity of a possible duplicate, in collections of up to 2,000 people
/// @param duplicateInMany the same in larger collections, where chance matches are more frequent
public record EnrolSettings(
        float associate, float search, float duplicate, float duplicateInMany, QualityFilter filter) {

    /// Collections of more people than this use the higher threshold, because of chance matches.
    static final int MANY = 2_000;

    public static final EnrolSettings EMBEDDED = new EnrolSettings(75, 80, 95, 99, QualityFilter.AUTO);

    /// Lowest similarity of a possible duplicate among so many people. Amazon publishes no rate of chance matches; 90
    /// rather asks the operator once too often, who then sees both faces.
    public static final EnrolSettings AWS = new EnrolSettings(75, 80, 90, 90, QualityFilter.AUTO);

    public float duplicate(long people) {
        return people > MANY ? duplicateInMany : duplicate;
    }
}
