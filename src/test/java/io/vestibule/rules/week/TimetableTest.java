package io.vestibule.rules.week;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vms.WeekSchedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimetableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

    /// Zones on both sides of UTC, with half and three quarter hours, in summer and in winter.
    static Stream<Arguments> zones() {
        return Stream.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/Toronto",
                        "America/St_Johns",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "Pacific/Kiritimati",
                        "Pacific/Niue")
                .map(ZoneId::of)
                .flatMap(zone -> Stream.of(SUMMER, WINTER).map(now -> Arguments.of(zone, now)));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void whatIsSentAsUtcIsArmedWhenItWasPainted(ZoneId zone, Instant now) {
        Timetable timetable = new Timetable(Preset.OFFICE_HOURS.week(), zone, ZoneReading.AS_UTC);
        Instant start = now.minus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.DAYS);

        for (int quarter = 0; quarter < 7 * Week.QUARTERS; quarter++) {
            Instant at = start.plus(Duration.ofMinutes(15L * quarter));
            var here = at.atZone(zone);
            boolean painted = timetable.week().isOn(here.getDayOfWeek(), here.toLocalTime());
            assertThat(timetable.armed(now, at)).as("%s", here).isEqualTo(painted);
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void readsBackWhatItSent(ZoneId zone, Instant now) {
        for (ZoneReading reading : ZoneReading.values()) {
            for (Week week : WeekTest.weeks().toList()) {
                Timetable sent = new Timetable(week, zone, reading);
                assertThat(Timetable.fromSchedule(sent.toSchedule(now), zone, reading, now))
                        .isEqualTo(sent);
            }
        }
    }

    @Test
    void hoursThatCrossMidnightInUtcMoveToTheOtherDay() {
        Week week = Week.NEVER.withSpan(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, LocalTime.of(6, 0));
        WeekSchedule sent = new Timetable(week, BERLIN, ZoneReading.AS_UTC).toSchedule(WINTER);

        assertThat(sent.days().get(DayOfWeek.SUNDAY))
                .singleElement()
                .matches(timeRange -> timeRange.startText().equals("23:00")
                        && timeRange.stopText().equals("23:59"));
        assertThat(sent.days().get(DayOfWeek.MONDAY))
                .singleElement()
                .matches(span ->
                        span.startText().equals("00:00") && span.stopText().equals("05:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // The night of the clock change is an hour shorter in spring and an hour longer in autumn.
        "2026-03-28, 24",
        "2026-03-29, 23",
        "2026-03-30, 24",
        "2026-10-24, 24",
        "2026-10-25, 25"
    })
    void aDayIsAsLongAsTheClocksMakeIt(LocalDate date, int hours) {
        Timetable always = new Timetable(Week.ALWAYS, BERLIN, ZoneReading.AS_TYPED);
        ArmedDay day = ArmedDay.from(always, DayOverrides.NONE, WINTER, date, 1).getFirst();

        assertThat(day.armed()).isEqualTo(Duration.ofHours(hours));
        assertThat(day.clockChange().isPresent()).isEqualTo(hours != 24);
        assertThat(day.shifted()).isFalse();
    }

    @Test
    void anHourThatDoesNotExistIsNotArmedAndOneThatComesTwiceIsArmedTwice() {
        Week night = Week.NEVER.with(DayOfWeek.SUNDAY, DayOfWeek.SUNDAY, 8, 12, true); // 02:00 to 03:00
        Timetable timetable = new Timetable(night, BERLIN, ZoneReading.AS_TYPED);

        assertThat(ArmedDay.from(timetable, DayOverrides.NONE, WINTER, LocalDate.of(2026, 3, 29), 1)
                        .getFirst()
                        .periods())
                .isEmpty();
        assertThat(ArmedDay.from(timetable, DayOverrides.NONE, WINTER, LocalDate.of(2026, 10, 25), 1)
                        .getFirst()
                        .armed())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void hoursSentAsUtcShiftWhenTheClocksChangeAndTheDaysShowIt() {
        Timetable office = new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_UTC);
        Instant sent = Instant.parse("2026-03-20T12:00:00Z");
        List<ArmedDay> days = ArmedDay.from(office, DayOverrides.NONE, sent, LocalDate.of(2026, 3, 23), 14);

        assertThat(days.subList(0, 5)).allMatch(day -> !day.shifted());
        assertThat(days.get(7).date().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(days.subList(7, 12)).allMatch(ArmedDay::shifted);
        assertThat(days.get(7).periods().getFirst().from().toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(office.toSchedule(sent)).isNotEqualTo(office.toSchedule(SUMMER));
    }

    @Test
    void neverIsNeverArmed() {
        Timetable never = new Timetable(Week.NEVER, BERLIN, ZoneReading.AS_UTC);

        assertThat(ArmedDay.from(never, DayOverrides.NONE, SUMMER, LocalDate.of(2026, 7, 1), 30))
                .hasSize(30)
                .allMatch(day -> day.periods().isEmpty());
    }

    @Test
    void aHolidayCountsFromMidnightToMidnightOfItsZoneAlsoWhenTheClocksChange() {
        Timetable office = new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_UTC);
        LocalDate sunday = LocalDate.of(2026, 3, 29);
        DayOverrides dayOverrides = new DayOverrides(
                BERLIN, java.util.Map.of(sunday, DayEffect.WIDENED, sunday.plusDays(1), DayEffect.SILENCED));

        List<ArmedDay> days = ArmedDay.from(office, dayOverrides, SUMMER, sunday, 3);

        assertThat(days)
                .extracting(ArmedDay::holiday)
                .containsExactly(
                        java.util.Optional.of(DayEffect.WIDENED),
                        java.util.Optional.of(DayEffect.SILENCED),
                        java.util.Optional.empty());
        assertThat(days.get(1).armed()).isEqualTo(Duration.ZERO);
        assertThat(days.get(2).armed()).isEqualTo(Duration.ofHours(10));
        assertThat(new DayOverride(sunday, DayEffect.WIDENED).text())
                .satisfies(text ->
                        assertThat(DayOverride.parse(text)).contains(new DayOverride(sunday, DayEffect.WIDENED)));
        assertThat(DayOverride.parse("tomorrow")).isEmpty();
    }
}
