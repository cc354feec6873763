package io.vestibule.enrol;

import io.vestibule.cloud.QualityFilter;

/// What a manager can set about enrolment. Thresholds are 0..100 on the scale of the engine in use.
///
/// @param associate how well a further photo must match the person, 75 as the service's own default
/// @param search from where on the "who is this" search answers
/// @param duplicate from where on somebody may be enrolled already, in collections of up to 2,000 people
/// @param duplicateInMany the same in larger collections, where chance hits are more frequent
public record EnrolSettings(
        float associate, float search, float duplicate, float duplicateInMany, QualityFilter filter) {

    /// Size of a collection from which on chance hits ask for the higher threshold.
    static final int MANY = 2_000;

    public static final EnrolSettings EMBEDDED = new EnrolSettings(75, 80, 95, 99, QualityFilter.AUTO);

    /// From where on somebody may be enrolled already, among so many people.
    /// Amazon publishes no rate of chance hits; 90 asks a person rather once too often, and they see both faces.
    public static final EnrolSettings AWS = new EnrolSettings(75, 80, 90, 90, QualityFilter.AUTO);

    public float duplicate(long people) {
        return people > MANY ? duplicateInMany : duplicate;
    }
}
