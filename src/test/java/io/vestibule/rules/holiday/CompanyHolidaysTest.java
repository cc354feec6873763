package io.vestibule.rules.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverride;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a calendar makes of one rule.
class CompanyHolidaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 25);
    private static final RuleId RULE = RuleId.mint();
    private static final RuleId OTHER = RuleId.mint();

    @Test
    void anEmptyCalendarMakesNothingOfAnyDay() {
        assertThat(of().days()).isEmpty();
        assertThat(of().at(Instant.parse("2026-12-25T12:00:00Z"))).isEmpty();
    }

    @Test
    void eachDayOfARangeCountsWithTheLast() {
        assertThat(of(silenced(FRIDAY, FRIDAY.plusDays(2))).days())
                .containsOnlyKeys(FRIDAY, FRIDAY.plusDays(1), FRIDAY.plusDays(2));
    }

    @Test
    void whereTwoOverlapTheRuleIsWidenedInWhicheverOrderTheyStand() {
        Holiday silenced = silenced(FRIDAY, FRIDAY.plusDays(1));
        Holiday widened = holiday(FRIDAY.plusDays(1), FRIDAY.plusDays(2), DayEffect.WIDENED, Optional.empty());
        Map<LocalDate, DayEffect> expected = Map.of(
                FRIDAY,
                DayEffect.SILENCED,
                FRIDAY.plusDays(1),
                DayEffect.WIDENED,
                FRIDAY.plusDays(2),
                DayEffect.WIDENED);

        assertThat(of(silenced, widened).days()).isEqualTo(expected);
        assertThat(of(widened, silenced).days()).isEqualTo(expected);
    }

    @Test
    void whatIsForOtherRulesDoesNotCount() {
        Holiday other = holiday(FRIDAY, FRIDAY, DayEffect.SILENCED, Optional.of(Set.of(OTHER)));
        Holiday both =
                holiday(FRIDAY.plusDays(1), FRIDAY.plusDays(1), DayEffect.SILENCED, Optional.of(Set.of(OTHER, RULE)));
        Holiday none = holiday(FRIDAY.plusDays(2), FRIDAY.plusDays(2), DayEffect.SILENCED, Optional.of(Set.of()));

        assertThat(of(other, both, none).days()).containsOnlyKeys(FRIDAY.plusDays(1));
    }

    /// Berlin is one hour ahead in winter.
    @ParameterizedTest
    @CsvSource({
        "2026-12-24T22:59:59Z, false",
        "2026-12-24T23:00:00Z, true",
        "2026-12-25T22:59:59Z, true",
        "2026-12-25T23:00:00Z, false"
    })
    void aDayBeginsAndEndsAtMidnightOfTheCompany(Instant at, boolean inForce) {
        assertThat(of(silenced(FRIDAY, FRIDAY)).at(at))
                .isEqualTo(inForce ? Optional.of(new DayOverride(FRIDAY, DayEffect.SILENCED)) : Optional.empty());
    }

    @Test
    void aWeekReadOnAHolidayGetsItsOwnDayBack() {
        Week before = Week.NEVER
                .with(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, 32, 40, true)
                .with(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, 60, 72, true);
        Week theirs = Week.NEVER.with(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, 0, Week.QUARTERS, true);

        Week read = new DayOverride(FRIDAY, DayEffect.WIDENED).removeFrom(theirs, before);

        assertThat(read.ranges(DayOfWeek.FRIDAY)).isEqualTo(before.ranges(DayOfWeek.FRIDAY));
        assertThat(read.ranges(DayOfWeek.THURSDAY)).isEqualTo(theirs.ranges(DayOfWeek.THURSDAY));
    }

    @Test
    void anOverrideComesBackFromItsText() {
        Stream.of(DayEffect.values())
                .map(effect -> new DayOverride(FRIDAY, effect))
                .forEach(override ->
                        assertThat(DayOverride.parse(override.text())).contains(override));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "2026-12-25",
                "2026-12-25/",
                "/SILENCED",
                "2026-02-30/SILENCED",
                "2026-12-25/LOUD",
                "2026-12-25/SILENCED/x"
            })
    void whatIsNoOverrideIsNotRead(String text) {
        assertThat(DayOverride.parse(text)).isEmpty();
    }

    private static DayOverrides of(Holiday... holidays) {
        return new CompanyHolidays(List.of(holidays), BERLIN).overridesFor(RULE);
    }

    private static Holiday silenced(LocalDate first, LocalDate last) {
        return holiday(first, last, DayEffect.SILENCED, Optional.empty());
    }

    private static Holiday holiday(LocalDate first, LocalDate last, DayEffect effect, Optional<Set<RuleId>> rules) {
        return new Holiday(UUID.randomUUID(), new CompanyId("acme-1"), "Holiday", first, last, effect, rules);
    }
}
