package io.vestibule.rules;

import io.vestibule.rules.week.DayOverride;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.WeekSchedule;
import java.time.Instant;
import java.util.Optional;

/// The state of a rule when it was last sent.
///
/// @param rule the rule on the VMS right after sending
/// @param draft the draft that was sent
/// @param at when the draft was sent; a holiday override that begins or ends does not change it
/// @param override the holiday override that was sent with it
public record SentRule(AlertRule rule, RuleDraft draft, Instant at, Optional<DayOverride> override) {

    /// The schedule of this draft with the given holiday override, or with none.
    WeekSchedule schedule(Optional<DayOverride> other) {
        return other.map(day -> day.applyTo(draft.timetable()))
                .orElse(draft.timetable())
                .toSchedule(at);
    }

    /// The same draft as it is sent to begin or to end a pause; `this` if it is paused, or not, already.
    SentRule withPaused(boolean paused, Instant now) {
        return paused == draft.timetable().paused()
                ? this
                : new SentRule(rule, draft.withPaused(paused), now, override);
    }

    SentRule with(AlertRule next, Optional<DayOverride> other) {
        return new SentRule(next, draft, at, other);
    }
}
