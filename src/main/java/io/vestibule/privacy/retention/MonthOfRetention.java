package io.vestibule.privacy.retention;

import io.vestibule.people.RetentionDue;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// The proof of a month: what was due, what went, what waits and why. Ids only.
///
/// @param company its name
/// @param read when
/// @param since when the record begins; empty if nothing was ever due
public record MonthOfRetention(
        YearMonth month, String company, Instant read, Optional<Instant> since, List<Line> lines) {

    public MonthOfRetention {
        lines = List.copyOf(lines);
    }

    public record Line(RetentionDue due, Result result) {}

    /// What became of it.
    public enum Result {
        ERASED,
        /// Hidden; erased within a day, until which it can be taken back.
        BEING_ERASED,
        EXTENDED,
        HELD,
        WAITS_FOR_CLOCK,
        WAITS_FOR_ANSWER,
        POSTPONED,
        /// A review that was due: the entry lapses after the grace period.
        GRACE,
        /// Goes within the hour.
        NEXT_RUN
    }

    public long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }
}
