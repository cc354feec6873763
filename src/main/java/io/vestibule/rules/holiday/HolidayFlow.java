package io.vestibule.rules.holiday;

import io.vestibule.audit.Permission;
import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleFailure;
import io.vestibule.rules.RulesContext;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    /// @return the entry that was replaced
    /// @throws RuleException `rules.bad-holiday` without a name, for no rule, or for invalid dates;
    ///     `rules.past-holiday` if its last day is over
    public Optional<Holiday> save(Holiday holiday) {
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
        return write(holiday);
    }

    /// @return the entry that was removed
    public Optional<Holiday> remove(UUID holiday) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        Optional<Holiday> before = find(holiday);
        if (store.delete(holiday)) {
            rulesContext.log().append("rule.holiday-removed", holiday.toString());
        }
        return before;
    }

    /// Puts an entry back as it was before a change that is undone, also one that is over.
    public void putBack(Holiday holiday) {
        rulesContext.session().require(Permission.MANAGE_RULES);
        write(holiday);
    }

    private Optional<Holiday> write(Holiday holiday) {
        Optional<Holiday> before = find(holiday.id());
        store.upsert(holiday);
        rulesContext.log().append("rule.holiday-set", holiday.id().toString());
        return before;
    }

    private Optional<Holiday> find(UUID holiday) {
        return all().all().stream().filter(one -> one.id().equals(holiday)).findFirst();
    }
}
