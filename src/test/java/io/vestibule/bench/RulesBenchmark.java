package io.vestibule.bench;

import io.vestibule.rules.week.ArmedDay;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The next 30 days of a rule, including a daylight saving change, against evaluating each minute.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RulesBenchmark {

    private static final int DAYS = 30;

    private final Instant sent = Instant.parse("2026-03-20T12:00:00Z");
    private final LocalDate first = LocalDate.of(2026, 3, 20);
    private final Timetable timetable =
            new Timetable(Preset.OFFICE_HOURS.week(), ZoneId.of("Europe/Berlin"), ZoneReading.AS_UTC);

    private final DayOverrides dayOverrides =
            new DayOverrides(timetable.zone(), Map.of(first.plusDays(5), DayEffect.WIDENED));

    @Benchmark
    public List<ArmedDay> thirtyDays() {
        return ArmedDay.from(timetable, dayOverrides, sent, first, DAYS);
    }

    @Benchmark
    public long baseline() {
        long armed = 0;
        Instant at = first.atStartOfDay(timetable.zone()).toInstant();
        Instant end = first.plusDays(DAYS).atStartOfDay(timetable.zone()).toInstant();
        for (; at.isBefore(end); at = at.plusSeconds(60)) {
            armed += timetable.armed(sent, at) ? 1 : 0;
        }
        return armed;
    }
}
