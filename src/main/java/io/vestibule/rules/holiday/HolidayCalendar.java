package io.vestibule.rules.holiday;

import io.vestibule.base.CompanyId;
import io.vestibule.base.GuardedTime;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SentRule;
import io.vestibule.rules.week.DayOverride;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds the calendar override of a rule at a given time. Blocks for the database.
public final class HolidayCalendar {

    private final HolidayStore store;
    private final Supplier<ZoneId> zone;
    private final GuardedTime clock;

    /// @param zone current time zone of the company
    public HolidayCalendar(HolidayStore store, Supplier<ZoneId> zone, GuardedTime clock) {
        this.store = store;
        this.zone = zone;
        this.clock = clock;
    }

    public CompanyHolidays load(CompanyId company) {
        return new CompanyHolidays(store.all(company), zone.get());
    }

    /// While the clock is not trusted, the override that was sent last stays in force.
    public Optional<DayOverride> overrideAt(RuleRecord rule, Instant now) {
        if (!clock.isTrusted()) {
            return rule.sent().flatMap(SentRule::override);
        }
        return load(rule.company()).overridesFor(rule.id()).at(now);
    }
}
