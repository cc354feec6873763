package io.vestibule.ui.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a date as people type it: `2026-12-31`, `31.12.2026`, `31/12/2026`, `12/31/2026`, years of two digits, and
/// the form in which dates are shown. With dots the day comes first; otherwise the language decides, and if it does
/// not, a date that can be read in two ways is doubtful.
public final class DateReader {

    /// What was typed.
    public sealed interface Reading {

        record Day(LocalDate day) implements Reading {}

        /// The order of day and month is not clear.
        record Doubtful(LocalDate dayFirst, LocalDate monthFirst) implements Reading {}

        record NoDate() implements Reading {}
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?[-/.] ?(\\d{4}|\\d{2})\\.?");
    private static final int CENTURY = 2000;
    private static final String ENGLISH = "en";

    /// English-speaking countries with one usual order; in the others both are used.
    private static final Set<String> DAY_FIRST = Set.of("GB", "IE", "AU", "NZ", "IN", "MT", "SG");

    private final Locale locale;
    private final DateTimeFormatter shown;

    public DateReader(Locale locale) {
        this.locale = locale;
        this.shown = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    /// The form in which a date is shown; its month is never doubtful.
    public String format(LocalDate day) {
        return shown.format(day);
    }

    public Reading read(String text) {
        String typed = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        if (yearFirst.matches()) {
            return one(date(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)));
        }
        Matcher yearLast = YEAR_LAST.matcher(typed);
        return yearLast.matches() ? yearLast(yearLast) : one(asShown(typed));
    }

    private Reading yearLast(Matcher typed) {
        int year = number(typed, 4) < 100 ? CENTURY + number(typed, 4) : number(typed, 4);
        Optional<LocalDate> dayFirst = date(year, number(typed, 3), number(typed, 1));
        Optional<LocalDate> monthFirst = date(year, number(typed, 1), number(typed, 3));
        boolean english = locale.getLanguage().equals(ENGLISH);
        if (typed.group(2).equals(".") || !english || DAY_FIRST.contains(locale.getCountry())) {
            return one(dayFirst);
        }
        if (locale.getCountry().equals("US")) {
            return one(monthFirst.or(() -> dayFirst));
        }
        if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
            return new Reading.Doubtful(dayFirst.get(), monthFirst.get());
        }
        return one(dayFirst.or(() -> monthFirst));
    }

    private Optional<LocalDate> asShown(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed, shown));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Reading one(Optional<LocalDate> day) {
        return day.<Reading>map(Reading.Day::new).orElseGet(Reading.NoDate::new);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
