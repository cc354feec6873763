package io.vestibule.vms;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of one day in whole minutes, from `start` up to `stop`. A full day is 00:00 to 23:59, as the VMS writes
/// it; a range across midnight is two ranges.
public record TimeRange(LocalTime start, LocalTime stop) {

    public static final TimeRange FULL_DAY = new TimeRange(LocalTime.MIDNIGHT, LocalTime.of(23, 59));

    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:00(\\.0+)?)?");
    private static final int MINUTES = "HH:MM".length();
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm");

    public TimeRange {
        if (!start.isBefore(stop) || !isWhole(start) || !isWhole(stop)) {
            throw new IllegalArgumentException("A span starts before it stops, in whole minutes");
        }
    }

    /// @param start,stop `HH:MM`, or with seconds that are zero
    /// @return empty for any other format, and if the start is not before the stop
    public static Optional<TimeRange> parse(String start, String stop) {
        if (!CLOCK.matcher(start).matches() || !CLOCK.matcher(stop).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TimeRange(
                    LocalTime.parse(start.substring(0, MINUTES), FORMAT),
                    LocalTime.parse(stop.substring(0, MINUTES), FORMAT)));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `HH:MM`
    public String startText() {
        return FORMAT.format(start);
    }

    /// `HH:MM`
    public String stopText() {
        return FORMAT.format(stop);
    }

    private static boolean isWhole(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }
}
