package io.vestibule.bulk.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the dates of a list are written.
public enum DatePattern {
    ISO("uuuu-MM-dd"),
    DAY_DOT("d.M.uuuu"),
    DAY_SLASH("d/M/uuuu"),
    MONTH_SLASH("M/d/uuuu"),
    DAY_DASH("d-M-uuuu"),
    YEAR_SLASH("uuuu/M/d"),
    COMPACT("uuuuMMdd");

    private final String pattern;
    private final DateTimeFormatter format;

    DatePattern(String pattern) {
        this.pattern = pattern;
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    public String pattern() {
        return pattern.replace('u', 'y');
    }

    /// Whether it is written like this, for example `dd.MM.yyyy`.
    public boolean isWritten(String text) {
        var letters = text.replace("dd", "d").replace("MM", "M");
        return letters.equals(pattern().replace("dd", "d").replace("MM", "M"));
    }

    /// A time of the day behind the date is left out.
    public Optional<LocalDate> read(String text) {
        var date = text.strip().split("[ T]", 2)[0];
        try {
            return Optional.of(LocalDate.parse(date, format));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The patterns that fit every sample; several if nothing tells day and month apart.
    public static List<DatePattern> fitting(List<String> samples) {
        var dates = samples.stream().filter(sample -> !sample.isBlank()).toList();
        return Arrays.stream(values())
                .filter(pattern ->
                        dates.stream().allMatch(date -> pattern.read(date).isPresent()))
                .toList();
    }
}
