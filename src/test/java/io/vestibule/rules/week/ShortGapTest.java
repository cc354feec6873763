package io.vestibule.rules.week;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.vms.TimeRange;
import io.vestibule.vms.WeekSchedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortGapTest {

    @Test
    void aGapBetweenTwoRangesIsFoundThatTheQuartersClose() {
        assertThat(gaps(range(8, 0, 12, 5), range(12, 10, 18, 0)))
                .containsExactly(new ShortGap(DayOfWeek.MONDAY, LocalTime.of(12, 5), LocalTime.of(12, 10)));
    }

    @Test
    void minutesBeforeAndAfterARangeAreFoundToo() {
        assertThat(gaps(range(8, 10, 9, 50)))
                .containsExactly(
                        new ShortGap(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(8, 10)),
                        new ShortGap(DayOfWeek.MONDAY, LocalTime.of(9, 50), LocalTime.of(10, 0)));
    }

    @Test
    void quarterHoursAndTheLastMinuteOfADayAreNoGap() {
        assertThat(gaps(range(8, 0, 12, 15), range(12, 30, 23, 59))).isEmpty();
        assertThat(ShortGap.of(Week.ALWAYS.toSchedule())).isEmpty();
    }

    private static TimeRange range(int hour, int minute, int toHour, int toMinute) {
        return new TimeRange(LocalTime.of(hour, minute), LocalTime.of(toHour, toMinute));
    }

    private static List<ShortGap> gaps(TimeRange... ranges) {
        return ShortGap.of(new WeekSchedule(Map.of(DayOfWeek.MONDAY, List.of(ranges))));
    }
}
