package io.vestibule.people.ui.detail;

import io.vestibule.ui.Strings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/// Formats times relative to now, and exactly for tooltips.
public final class RelativeTimeFormatter {

    private final Supplier<Instant> now;
    private final Strings strings;

    public RelativeTimeFormatter(Supplier<Instant> now, Strings strings) {
        this.now = now;
        this.strings = strings;
    }

    /// Time since a past instant.
    String relative(Instant past) {
        Duration ago = Duration.between(past, now.get());
        if (ago.toMinutes() < 1) {
            return strings.text("people.time-now");
        }
        if (ago.toHours() < 1) {
            return strings.text("people.time-minutes", ago.toMinutes());
        }
        long days = days(past, now.get());
        if (days == 0) {
            return strings.text("people.time-hours", ago.toHours());
        }
        return days == 1
                ? strings.text("people.time-yesterday")
                : date(past.atZone(ZoneId.systemDefault()).toLocalDate());
    }

    /// Time until a future instant.
    public String ahead(Instant at) {
        long days = days(now.get(), at);
        if (days <= 0) {
            return strings.text("people.expires-due");
        }
        return days == 1 ? strings.text("people.expires-tomorrow") : strings.text("people.expires-days", days);
    }

    String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .format(date);
    }

    private static long days(Instant from, Instant to) {
        ZoneId zone = ZoneId.systemDefault();
        return ChronoUnit.DAYS.between(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
    }
}
