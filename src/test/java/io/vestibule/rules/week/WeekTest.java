package io.vestibule.rules.week;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vms.TimeRange;
import io.vestibule.vms.WeekSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WeekTest {

    /// Weeks of all densities, the same in every run.
    static Stream<Week> weeks() {
        return IntStream.range(0, 60).mapToObj(seed -> {
            Random random = new Random(seed);
            Week week = Week.NEVER;
            for (int i = 0; i < seed; i++) {
                DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
                int from = random.nextInt(Week.QUARTERS);
                int to = from + 1 + random.nextInt(Week.QUARTERS - from);
                week = week.with(day, DayOfWeek.of(1 + random.nextInt(7)), from, to, random.nextInt(3) > 0);
            }
            return week;
        });
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void comesBackFromTheVmsAsItWasSent(Week week) {
        assertThat(Week.fromSchedule(week.toSchedule())).isEqualTo(new Week.Read(week, true));
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void sendsValidRangesThatCoverExactlyWhatIsPainted(Week week) {
        week.toSchedule().days().forEach((day, spans) -> {
            for (int i = 0; i < spans.size(); i++) {
                assertThat(spans.get(i).start()).isBefore(spans.get(i).stop());
                if (i > 0) {
                    assertThat(spans.get(i).start()).isAfter(spans.get(i - 1).stop());
                }
            }
            for (int quarter = 0; quarter < Week.QUARTERS; quarter++) {
                LocalTime time = QuarterRange.time(quarter);
                boolean sent = spans.stream()
                        .anyMatch(timeRange -> !time.isBefore(timeRange.start()) && time.isBefore(timeRange.stop()));
                assertThat(sent).as("%s %s", day, time).isEqualTo(week.isOn(day, quarter));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void shiftingForthAndBackChangesNothing(Week week) {
        for (int quarters : List.of(-700, -40, -1, 0, 4, 95, 672)) {
            assertThat(week.shifted(quarters).shifted(-quarters)).isEqualTo(week);
            assertThat(week.shifted(quarters).armedQuarters()).isEqualTo(week.armedQuarters());
        }
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void aFullDayIsOneRangeToTheLastMinute(DayOfWeek day) {
        assertThat(Week.ALWAYS.toSchedule().days().get(day)).containsExactly(TimeRange.FULL_DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 22:00, 06:00, '22:00-23:59', '00:00-06:00'",
        "SUNDAY, 19:30, 07:15, '19:30-23:59', '00:00-07:15'",
        "FRIDAY, 23:45, 00:15, '23:45-23:59', '00:00-00:15'",
        "TUESDAY, 18:00, 00:00, '18:00-23:59', ''",
        "TUESDAY, 00:00, 00:00, '00:00-23:59', ''",
        "TUESDAY, 09:00, 17:00, '09:00-17:00', ''"
    })
    void aRangeAcrossMidnightBecomesTwo(DayOfWeek day, LocalTime start, LocalTime stop, String first, String second) {
        Week week = Week.NEVER.withSpan(day, start, stop);

        assertThat(spans(week, day)).isEqualTo(first);
        assertThat(spans(week, day.plus(1))).isEqualTo(second);
        assertThat(week.armedQuarters())
                .isEqualTo(week.ranges(day).stream()
                                .mapToInt(quarterRange -> quarterRange.to() - quarterRange.from())
                                .sum()
                        + week.ranges(day.plus(1)).stream()
                                .mapToInt(stretch -> stretch.to() - stretch.from())
                                .sum());
    }

    @Test
    void overlappingStrokesMakeOneRange() {
        Week week = Week.NEVER
                .with(DayOfWeek.MONDAY, DayOfWeek.MONDAY, 32, 40, true)
                .with(DayOfWeek.MONDAY, DayOfWeek.MONDAY, 36, 48, true)
                .with(DayOfWeek.MONDAY, DayOfWeek.MONDAY, 48, 49, true);

        assertThat(spans(week, DayOfWeek.MONDAY)).isEqualTo("08:00-12:15");
    }

    @Test
    void nightsAndWeekendsComplementOfficeHours() {
        Week office = Preset.OFFICE_HOURS.week();
        Week rest = Preset.NIGHTS_AND_WEEKENDS.week();

        for (DayOfWeek day : DayOfWeek.values()) {
            for (int quarter = 0; quarter < Week.QUARTERS; quarter++) {
                assertThat(office.isOn(day, quarter)).isNotEqualTo(rest.isOn(day, quarter));
            }
        }
        assertThat(office.armedQuarters()).isEqualTo(5 * 40);
    }

    @Test
    void aDayCopiedToOthersLeavesTheRestAlone() {
        Week week = Preset.OFFICE_HOURS.week().copied(DayOfWeek.MONDAY, Set.of(DayOfWeek.SATURDAY));

        assertThat(spans(week, DayOfWeek.SATURDAY)).isEqualTo("08:00-18:00");
        assertThat(spans(week, DayOfWeek.SUNDAY)).isEmpty();
        assertThat(spans(week, DayOfWeek.TUESDAY)).isEqualTo("08:00-18:00");
    }

    @ParameterizedTest
    @CsvSource({
        "08:10, 09:05, '08:00-09:15', false",
        "08:15, 23:59, '08:15-23:59', true",
        "08:00, 23:50, '08:00-23:59', false",
        "23:46, 23:59, '23:45-23:59', false",
        "00:00, 00:01, '00:00-00:15', false"
    })
    void timesBetweenQuartersAreWidenedAndReported(LocalTime start, LocalTime stop, String spans, boolean exact) {
        Week.Read read =
                Week.fromSchedule(new WeekSchedule(Map.of(DayOfWeek.MONDAY, List.of(new TimeRange(start, stop)))));

        assertThat(spans(read.week(), DayOfWeek.MONDAY)).isEqualTo(spans);
        assertThat(read.exact()).isEqualTo(exact);
    }

    private static String spans(Week week, DayOfWeek day) {
        return String.join(
                ",",
                week.toSchedule().days().getOrDefault(day, List.of()).stream()
                        .map(timeRange -> timeRange.startText() + "-" + timeRange.stopText())
                        .toList());
    }
}
