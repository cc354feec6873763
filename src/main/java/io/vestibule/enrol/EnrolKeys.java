package io.vestibule.enrol;

import io.vestibule.cloud.QualityFilter;
import io.vestibule.people.PersonKind;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The settings of enrolment. Similarities are in per cent, on the scale of the engine in use.
public final class EnrolKeys {

    /// Below 50 two strangers match as often as not, so no lower value is valid.
    public static final double MIN_SIMILARITY = 50;

    public static final double MAX_SIMILARITY = 100;

    public static final Setting<Double> ASSOCIATE = similarity("enrol.associate", EnrolSettings.EMBEDDED.associate());
    public static final Setting<Double> SEARCH = similarity("enrol.search", EnrolSettings.EMBEDDED.search());
    public static final Setting<Double> DUPLICATE = similarity("enrol.duplicate", EnrolSettings.EMBEDDED.duplicate());
    public static final Setting<Double> DUPLICATE_IN_MANY =
            similarity("enrol.duplicate-in-many", EnrolSettings.EMBEDDED.duplicateInMany());

    public static final double MIN_FALSE_ALARMS = .1;
    public static final double MAX_FALSE_ALARMS = 50;

    public static final Setting<Double> FALSE_ALARMS_SEARCH =
            falseAlarms("enrol.false-alarms.search", EnrolSettings.FalseAlarms.DEFAULT.search());
    public static final Setting<Double> FALSE_ALARMS_DUPLICATE =
            falseAlarms("enrol.false-alarms.duplicate", EnrolSettings.FalseAlarms.DEFAULT.duplicate());

    /// Similarities of two engines cannot be compared, so each engine has its own thresholds.
    ///
    /// @param falseAlarms whether the settings of tolerated false alarms apply too
    public record Thresholds(
            Setting<Double> associate,
            Setting<Double> search,
            Setting<Double> duplicate,
            Setting<Double> duplicateInMany,
            boolean falseAlarms) {}

    public static final Thresholds EMBEDDED = new Thresholds(ASSOCIATE, SEARCH, DUPLICATE, DUPLICATE_IN_MANY, true);

    public static final Thresholds AWS = new Thresholds(
            similarity("enrol.aws.associate", EnrolSettings.AWS.associate()),
            similarity("enrol.aws.search", EnrolSettings.AWS.search()),
            similarity("enrol.aws.duplicate", EnrolSettings.AWS.duplicate()),
            similarity("enrol.aws.duplicate-in-many", EnrolSettings.AWS.duplicateInMany()),
            false);

    public static final Setting<QualityFilter> QUALITY_FILTER =
            Setting.choice("enrol.quality-filter", EnrolSettings.EMBEDDED.filter());

    /// Within [EnrolDetails#MAX_RETENTION].
    public static final int MAX_DAYS = 3 * 365;

    public static final Setting<Integer> VISITOR_DAYS = days("enrol.keep.visitor", 7);
    public static final Setting<Integer> EMPLOYEE_DAYS = days("enrol.keep.employee", 365);
    public static final Setting<Integer> WATCH_DAYS = days("enrol.keep.watch", 30);

    /// Below this age, in years, a parent or guardian answers. 16 is that of Article 8 of the GDPR, from which member
    /// states may go down to 13.
    public static final Setting<Integer> GUARDIAN_AGE = Setting.integer("enrol.guardian-age", 16, 13, 18, "");

    /// Days for which an entry of the watch list stays after its review was due, while the program says so.
    public static final Setting<Integer> REVIEW_GRACE = Setting.integer("enrol.review-grace", 14, 1, 90, "days");

    /// File of the cohort that normalises the scores of the embedded engine; empty for the bundled one. Read at start.
    public static final Setting<String> COHORT = Setting.text("enrol.cohort", "", EnrolKeys::isPath);

    private EnrolKeys() {}

    private static boolean isPath(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// Default retention of people of that kind, in days.
    public static Setting<Integer> days(PersonKind kind) {
        return switch (kind) {
            case VISITOR -> VISITOR_DAYS;
            case EMPLOYEE -> EMPLOYEE_DAYS;
            case WATCH -> WATCH_DAYS;
        };
    }

    private static Setting<Integer> days(String key, int usual) {
        return Setting.integer(key, usual, 0, MAX_DAYS, "");
    }

    /// The current settings for the embedded engine.
    public static EnrolSettings read(Settings settings) {
        return read(settings, EMBEDDED);
    }

    /// The current settings.
    ///
    /// @param thresholds settings of the engine in use
    public static EnrolSettings read(Settings settings, Thresholds thresholds) {
        return new EnrolSettings(
                settings.get(thresholds.associate()).floatValue(),
                settings.get(thresholds.search()).floatValue(),
                settings.get(thresholds.duplicate()).floatValue(),
                settings.get(thresholds.duplicateInMany()).floatValue(),
                settings.get(QUALITY_FILTER),
                thresholds.falseAlarms()
                        ? Optional.of(new EnrolSettings.FalseAlarms(
                                settings.get(FALSE_ALARMS_SEARCH), settings.get(FALSE_ALARMS_DUPLICATE)))
                        : Optional.empty());
    }

    private static Setting<Double> falseAlarms(String key, double usual) {
        return Setting.decimal(key, usual, MIN_FALSE_ALARMS, MAX_FALSE_ALARMS, "%");
    }

    private static Setting<Double> similarity(String key, float usual) {
        return Setting.decimal(key, usual, MIN_SIMILARITY, MAX_SIMILARITY, "%");
    }
}
