package io.vestibule.vms;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A stretch of one day in whole minutes, from `start` up to `stop`. A full day is 00:00 to 23:59, as the VMS
/// writes it; what spans midnight is two spans.
public record Span(LocalTime start, LocalTime stop) {

    public static final Span FULL_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.of(23, 59));

    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("HH:mm");

    public Span {
        if (!start.isBefore(stop) || !isWhole(start) || !isWhole(stop)) {
            throw new IllegalArgumentException("A span starts before it stops, in whole minutes");
        }
    }

    /// @param start,stop `HH:MM`
    /// @return empty for any other spelling, and where it does not start before it stops
    public static Optional<Span> parse(String start, String stop) {
        if (!CLOCK.matcher(start).matches() || !CLOCK.matcher(stop).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Span(LocalTime.parse(start, WIRE), LocalTime.parse(stop, WIRE)));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `HH:MM`
    public String startText() {
        return WIRE.format(start);
    }

    /// `HH:MM`
    public String stopText() {
        return WIRE.format(stop);
    }

    private static boolean isWhole(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }
}
