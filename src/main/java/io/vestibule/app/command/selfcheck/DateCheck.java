package io.vestibule.app.command.selfcheck;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Checks that the Java runtime can format dates in every language: a runtime without locale data formats all of them
/// in English, and nothing else reports that.
public final class DateCheck {

    private static final LocalDate DATE = LocalDate.of(2026, Month.MAY, 17);

    private DateCheck() {}

    /// The languages that the program is translated to, the one of this computer, and German as a control.
    public static String everyLanguage() {
        var written = new ArrayList<String>();
        for (var language : languages()) {
            var text = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language)
                    .format(DATE);
            written.add(language.toLanguageTag() + " " + text);
        }
        var may = Month.MAY.getDisplayName(TextStyle.FULL, Locale.GERMAN);
        if (!may.equals("Mai")) {
            throw new SelfCheckReport.CheckFailedException(
                    "The runtime has no locale data: May is " + may + " in German");
        }
        return String.join("; ", written);
    }

    private static List<Locale> languages() {
        var spoken = Stream.of(Locale.getISOLanguages())
                .filter(code -> DateCheck.class.getResource("/io/vestibule/ui/strings_" + code + ".properties") != null)
                .map(Locale::of);
        return Stream.of(Stream.of(Locale.ENGLISH, Locale.GERMAN), spoken, Stream.of(Locale.getDefault()))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
