package io.vestibule.rules.ui.week;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.Strings;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class WeekFormatterTest {

    private final WeekFormatter words = new WeekFormatter(Strings.strict("rules"));

    @Test
    void theWholeWeekAndNothingOfItAreOneWord() {
        assertThat(words.format(Week.ALWAYS)).isEqualTo("always");
        assertThat(words.format(Week.NEVER)).isEqualTo("never");
    }

    @Test
    void daysThatAreAlikeAreSaidTogether() {
        assertThat(words.format(Preset.OFFICE_HOURS.week())).isEqualTo("Mon–Fri 08:00–18:00");
        assertThat(words.format(Preset.NIGHTS_AND_WEEKENDS.week()))
                .isEqualTo("Mon–Fri 00:00–08:00 and 18:00–24:00, Sat–Sun all day");
    }

    @Test
    void daysThatAreAlikeAndApartAreSaidApart() {
        Week week = Week.NEVER
                .with(MONDAY, MONDAY, 32, 40, true)
                .with(WEDNESDAY, WEDNESDAY, 32, 40, true)
                .with(SUNDAY, SUNDAY, 32, 40, true);

        assertThat(words.format(week)).isEqualTo("Mon 08:00–10:00, Wed 08:00–10:00, Sun 08:00–10:00");
    }

    @Test
    void aSpanOverMidnightIsSaidOfBothDays() {
        Week week = Week.NEVER.withSpan(THURSDAY, LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(words.format(week)).isEqualTo("Thu 22:00–24:00, Fri 00:00–06:00");
    }

    @Test
    void oneDayIsNoRange() {
        assertThat(words.dayRange(TUESDAY, TUESDAY)).isEqualTo("Tue");
        assertThat(words.dayRange(FRIDAY, SATURDAY)).isEqualTo("Fri–Sat");
        assertThat(words.fullDayName(SATURDAY)).isEqualTo("Saturday");
    }
}
