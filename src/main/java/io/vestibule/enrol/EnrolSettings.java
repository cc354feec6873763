package io.vestibule.enrol;

import io.vestibule.cloud.QualityFilter;
import io.vestibule.vision.SearchThreshold;
import java.util.Optional;

/// The settings of enrolment that a manager can change. Thresholds are 0..100 on the scale of the engine in use.
///
/// @param associate lowest similarity of a further photo to the person; 75 is the service's own default
/// @param search lowest similarity of a match when searching for the person on a photo
/// @param duplicate lowest similarity of a possible duplicate, in collections of up to 2,000 people
/// @param duplicateInMany the same in larger collections, where chance matches are more frequent
/// @param tolerated how often a stranger may match somebody, which raises the thresholds with the number of people;
///     empty for an engine whose rate of chance matches is not known
public record EnrolSettings(
        float associate,
        float search,
        float duplicate,
        float duplicateInMany,
        QualityFilter filter,
        Optional<FalseAlarms> tolerated) {

    /// Collections of more people than this use the higher threshold, because of chance matches.
    static final int MANY = 2_000;

    public static final EnrolSettings EMBEDDED =
            new EnrolSettings(75, 80, 90, 95, QualityFilter.AUTO, Optional.of(FalseAlarms.DEFAULT));

    /// Lowest similarity of a possible duplicate among so many people. Amazon publishes no rate of chance matches; 90
    /// rather asks the operator once too often, who then sees both faces.
    public static final EnrolSettings AWS = new EnrolSettings(75, 80, 90, 90, QualityFilter.AUTO, Optional.empty());

    /// Of a hundred strangers, how many may match somebody.
    ///
    /// @param search in a search by photo, per cent
    /// @param duplicate in the search for somebody who may be enrolled already, per cent
    public record FalseAlarms(double search, double duplicate) {

        public static final FalseAlarms DEFAULT = new FalseAlarms(5, 2);
    }

    /// Lowest similarity of a match in a search among so many people.
    public float search(long people) {
        return tolerated
                .map(rate -> Math.max(search, SearchThreshold.similarity(rate.search() / 100, people)))
                .orElse(search);
    }

    /// Lowest similarity of a possible duplicate among so many people.
    public float duplicate(long people) {
        float least = people > MANY ? duplicateInMany : duplicate;
        return tolerated
                .map(rate -> Math.max(least, SearchThreshold.similarity(rate.duplicate() / 100, people)))
                .orElse(least);
    }
}
