package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.ui.control.DateReader.Reading;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates as people type them.
class DateReaderTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "en, 31.12.2026", "en, 31/12/2026", "en, 12/31/2026", "en, 2026-12-31", "en, 31.12.26", "en, 31-12-2026",
        "de, 31.12.2026", "de, 31/12/2026", "de, 2026-12-31", "de, 31. 12. 2026", "de, 31.12.2026.",
                "en-US, 12/31/2026",
        "en-US, 31/12/2026", "en-GB, 31/12/2026", "en, ' 2026-12-31 '", "en, 2026/12/31"
    })
    void oneDayIsMeantInEveryUsualForm(String language, String typed) {
        assertThat(read(language, typed)).isEqualTo(new Reading.Day(LAST));
    }

    @Test
    void dayAndMonthFollowTheLanguageWhereItDecides() {
        var thirdOfApril = new Reading.Day(LocalDate.of(2027, 4, 3));
        assertThat(read("de", "03/04/2027")).isEqualTo(thirdOfApril);
        assertThat(read("en-GB", "3/4/2027")).isEqualTo(thirdOfApril);
        assertThat(read("en-US", "4/3/2027")).isEqualTo(thirdOfApril);
        assertThat(read("en", "3.4.2027")).isEqualTo(thirdOfApril);
    }

    @Test
    void whatCanBeReadInTwoWaysIsDoubtful() {
        assertThat(read("en", "03/04/2027"))
                .isEqualTo(new Reading.Doubtful(LocalDate.of(2027, 4, 3), LocalDate.of(2027, 3, 4)));
        assertThat(read("en", "04/04/2027")).isEqualTo(new Reading.Day(LocalDate.of(2027, 4, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "31.02.2027", "32/13/2027", "12.2026", "2026-13-01", "1/2/3/4", "31.12.20267", ""})
    void whatIsNoDateIsNone(String typed) {
        assertThat(read("en", typed)).isEqualTo(new Reading.NoDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "en-US"})
    void whatIsShownIsReadAgain(String language) {
        var reader = new DateReader(Locale.forLanguageTag(language));
        assertThat(reader.read(reader.format(LAST))).isEqualTo(new Reading.Day(LAST));
    }

    private static Reading read(String language, String typed) {
        return new DateReader(Locale.forLanguageTag(language)).read(typed);
    }
}
