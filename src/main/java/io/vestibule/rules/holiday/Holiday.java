package io.vestibule.rules.holiday;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.week.DayEffect;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Days on which rules do not follow their weekly schedule.
///
/// @param last included; not before `first`
/// @param rules the rules that it applies to; empty for all rules, including those created later. An empty set means
///     no rule
public record Holiday(
        UUID id,
        CompanyId company,
        String name,
        LocalDate first,
        LocalDate last,
        DayEffect effect,
        Optional<Set<RuleId>> rules) {

    /// Longest range of days, so that a typing error in the year is noticed.
    public static final int MOST_DAYS = 366;

    public Holiday {
        rules = rules.map(Set::copyOf);
    }

    boolean appliesTo(RuleId rule) {
        return rules.map(chosen -> chosen.contains(rule)).orElse(true);
    }
}
