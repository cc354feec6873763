package io.vestibule.rules;

import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.WeekSchedule;
import java.time.Instant;
import java.util.Optional;

/// What was sent last.
///
/// @param rule as the VMS had it right afterwards
/// @param draft that it was made of
/// @param at of the draft; a holiday that comes or goes leaves it
/// @param override the holiday that was sent with it
public record SentRule(AlertRule rule, RuleDraft draft, Instant at, Optional<DayOverride> override) {

    /// The schedule of this draft with another holiday, or none.
    WeekSchedule schedule(Optional<DayOverride> other) {
        return other.map(day -> day.applyTo(draft.timetable()))
                .orElse(draft.timetable())
                .toSchedule(at);
    }

    SentRule with(AlertRule next, Optional<DayOverride> other) {
        return new SentRule(next, draft, at, other);
    }
}
