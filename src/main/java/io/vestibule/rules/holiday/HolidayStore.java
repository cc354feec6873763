package io.vestibule.rules.holiday;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table `rule_holiday`.
public final class HolidayStore {

    private final CompanyScope scope;

    public HolidayStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// Ordered by date, as the calendar shows them.
    List<Holiday> all(CompanyId company) {
        return scope.with(handle -> handle.createQuery("select id, company_id, name, first_day, last_day, effect,"
                        + " rules from rule_holiday where company_id = :company and "
                        + scope.owns("company_id") + " order by first_day, last_day, id")
                .bind("company", company.value())
                .map((rows, _) -> holiday(rows))
                .list());
    }

    /// Inserts the entry, or replaces the one with the same id.
    ///
    /// @throws io.vestibule.store.StoreException `store.other-company` if it is not of this scope
    void upsert(Holiday holiday) {
        scope.requireOwned(holiday.company().value());
        scope.transaction(() -> {
            delete(holiday.id());
            scope.with(handle -> handle.execute(
                    "insert into rule_holiday (id, company_id, name, first_day, last_day, effect, rules)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    holiday.id(),
                    holiday.company().value(),
                    holiday.name(),
                    holiday.first(),
                    holiday.last(),
                    holiday.effect().name(),
                    holiday.rules()
                            .map(chosen -> chosen.stream()
                                    .map(RuleId::toString)
                                    .sorted()
                                    .collect(Collectors.joining(",")))
                            .orElse(null)));
        });
    }

    boolean delete(UUID holiday) {
        return scope.with(handle -> handle.execute(
                        "delete from rule_holiday where id = ? and " + scope.owns("company_id"), holiday))
                > 0;
    }

    private static Holiday holiday(ResultSet rows) throws SQLException {
        return new Holiday(
                rows.getObject("id", UUID.class),
                new CompanyId(rows.getString("company_id")),
                rows.getString("name"),
                rows.getObject("first_day", LocalDate.class),
                rows.getObject("last_day", LocalDate.class),
                DayEffect.valueOf(rows.getString("effect")),
                Optional.ofNullable(rows.getString("rules")).map(HolidayStore::rules));
    }

    private static Set<RuleId> rules(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> new RuleId(UUID.fromString(id)))
                .collect(Collectors.toSet());
    }
}
