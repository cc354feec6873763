package io.vestibule.privacy.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The lists of the retention. A person may be in several.
public enum RetentionList {
    /// Whose period ends within 14 days.
    ENDING,
    /// Entries of the watch list whose review is over or due within 30 days.
    REVIEW,
    HELD,
    /// Who is removed within 24 hours if nobody does anything, and who waits although due.
    NEXT_DAY;

    static final Duration AHEAD = Duration.ofDays(14);
    static final int REVIEW_DAYS = 30;

    boolean has(RetentionRow row, Instant now) {
        return switch (this) {
            case ENDING -> isBy(row.end(), now.plus(AHEAD));
            case REVIEW -> row.review().isPresent();
            case HELD -> row.hold().isPresent();
            case NEXT_DAY -> isOfNextDay(row, now.plus(Duration.ofDays(1)));
        };
    }

    private static boolean isOfNextDay(RetentionRow row, Instant end) {
        return switch (row.state()) {
            case WAITS_FOR_ANSWER, WAITS_FOR_CLOCK, POSTPONED -> true;
            case HELD -> isBy(row.end(), end);
            case DUE, REVIEW_DUE, REVIEW_SOON, ENDS_SOON, STAYS -> isBy(row.goes(), end);
        };
    }

    private static boolean isBy(Optional<Instant> at, Instant end) {
        return at.filter(known -> !known.isAfter(end)).isPresent();
    }
}
