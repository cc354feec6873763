package io.vestibule.rules.holiday;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleFailure;
import io.vestibule.rules.RulesContext;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Reads and edits the holiday calendar. Overrides for today are sent by the next poll of the VMS.
///
/// Every change throws `io.vestibule.audit.AuditException` if the operator has no permission.
public final class HolidayFlow {

    private final RulesContext rulesContext;
    private final HolidayStore store;
    private final HolidayCalendar calendar;

    public HolidayFlow(RulesContext rulesContext, HolidayStore store, HolidayCalendar calendar) {
        this.rulesContext = rulesContext;
        this.store = store;
        this.calendar = calendar;
    }

    public CompanyHolidays all() {
        return calendar.load(company());
    }

    public CompanyId company() {
        return rulesContext.collection().get().company();
    }

    /// Adds the entry, or replaces the one with the same id.
    ///
    /// @throws RuleException `rules.bad-holiday` without a name, for no rule, or for invalid dates;
    ///     `rules.past-holiday` if its last day is over
    public void save(Holiday holiday) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        long days = ChronoUnit.DAYS.between(holiday.first(), holiday.last()) + 1;
        boolean nobody = holiday.rules().filter(java.util.Set::isEmpty).isPresent();
        if (holiday.name().isBlank()
                || holiday.name().length() > 100
                || nobody
                || days < 1
                || days > Holiday.MOST_DAYS) {
            throw new RuleException(new RuleFailure.BadHoliday());
        }
        if (holiday.last().isBefore(all().today(rulesContext.clock().instant()))) {
            throw new RuleException(new RuleFailure.PastHoliday());
        }
        store.upsert(holiday);
        rulesContext.log().append("rule.holiday-set", holiday.id().toString());
    }

    public void remove(UUID holiday) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        if (store.delete(holiday)) {
            rulesContext.log().append("rule.holiday-removed", holiday.toString());
        }
    }
}
