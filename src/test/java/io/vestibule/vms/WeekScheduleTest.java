package io.vestibule.vms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekScheduleTest {

    @Test
    void everyValidWeekSurvivesTheRoundTrip() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            Map<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, spans(random));
            }
            WeekSchedule week = new WeekSchedule(days);
            assertThat(WeekSchedule.parse(week.toJson())).contains(week);
        }
    }

    @Test
    void allSevenDaysAreWritten() {
        assertThat(WeekSchedule.NEVER.toJson().propertyNames())
                .containsExactly("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        assertThat(WeekSchedule.parse(RawJson.parse("{}").orElseThrow().node())).contains(WeekSchedule.NEVER);
    }

    @Test
    void overlappingRangesAreRejectedAndAdjacentOnesAreNot() {
        TimeRange morning = span(8, 12);
        assertThat(WeekSchedule.everyDay(List.of(span(12, 13), morning)).days().get(DayOfWeek.MONDAY))
                .containsExactly(morning, span(12, 13));
        assertThatThrownBy(() -> WeekSchedule.everyDay(List.of(morning, span(11, 13))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"24:00,24:01", "8:00,09:00", "09:00,09:00", "10:00,09:00", "'',09:00", "08:60,09:00"})
    void aTimeInAnotherFormatIsNotARange(String start, String stop) {
        assertThat(TimeRange.parse(start, stop)).isEmpty();
    }

    @Test
    void anUnknownDayIsRejected() {
        assertThat(WeekSchedule.parse(
                        RawJson.parse("{\"Monday\":[]}").orElseThrow().node()))
                .isEmpty();
    }

    private static TimeRange span(int start, int stop) {
        return new TimeRange(LocalTime.of(start, 0), LocalTime.of(stop, 0));
    }

    private static List<TimeRange> spans(Random random) {
        TreeSet<Integer> minutes = new TreeSet<>();
        int wanted = random.nextInt(4) * 2;
        while (minutes.size() < wanted) {
            minutes.add(random.nextInt(24 * 60));
        }
        List<TimeRange> spans = new ArrayList<>();
        while (!minutes.isEmpty()) {
            spans.add(new TimeRange(time(minutes.removeFirst()), time(minutes.removeFirst())));
        }
        return spans;
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
