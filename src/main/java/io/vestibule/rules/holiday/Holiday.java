package io.vestibule.rules.holiday;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.week.DayEffect;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Days on which rules are not like every week.
///
/// @param last included; not before `first`
/// @param rules that it is for; empty for all, also those that are made later. An empty set is for none
public record Holiday(
        UUID id,
        CompanyId company,
        String name,
        LocalDate first,
        LocalDate last,
        DayEffect effect,
        Optional<Set<RuleId>> rules) {

    /// Longest stretch of days, so that a slip in the year is noticed.
    public static final int MOST_DAYS = 366;

    public Holiday {
        rules = rules.map(Set::copyOf);
    }

    boolean appliesTo(RuleId rule) {
        return rules.map(chosen -> chosen.contains(rule)).orElse(true);
    }
}
