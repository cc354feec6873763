package io.vestibule.journal.ui;

import io.vestibule.ui.Strings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Formats times relative to now, and exactly for tooltips.
final class JobTimeFormatter {

    private final Strings strings;

    JobTimeFormatter(Strings strings) {
        this.strings = strings;
    }

    String until(Instant now, Instant at) {
        long seconds = Math.ceilDiv(Duration.between(now, at).toMillis(), 1000);
        if (seconds <= 0) {
            return strings.text("journal.now");
        }
        if (seconds < 60) {
            return strings.text("journal.in-seconds", seconds);
        }
        if (seconds < 3600) {
            return strings.text("journal.in-minutes", Math.ceilDiv(seconds, 60));
        }
        return seconds < 86_400 ? strings.text("journal.in-hours", Math.ceilDiv(seconds, 3600)) : date(at);
    }

    String since(Instant now, Instant at) {
        long seconds = Duration.between(at, now).toSeconds();
        if (seconds < 5) {
            return strings.text("journal.just-now");
        }
        if (seconds < 60) {
            return strings.text("journal.seconds-ago", seconds);
        }
        if (seconds < 3600) {
            return strings.text("journal.minutes-ago", seconds / 60);
        }
        return seconds < 86_400 ? strings.text("journal.hours-ago", seconds / 3600) : date(at);
    }

    String lasting(Instant now, Instant from) {
        long seconds = Math.max(0, Duration.between(from, now).toSeconds());
        if (seconds < 60) {
            return strings.text("journal.for-seconds", seconds);
        }
        return seconds < 3600
                ? strings.text("journal.for-minutes", seconds / 60)
                : strings.text("journal.for-hours", seconds / 3600);
    }

    String exact(Instant at) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM), at);
    }

    private String date(Instant at) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at);
    }

    private String format(DateTimeFormatter format, Instant at) {
        return format.withLocale(strings.locale()).format(at.atZone(ZoneId.systemDefault()));
    }
}
