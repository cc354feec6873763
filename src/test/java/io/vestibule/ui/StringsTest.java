package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.Problem;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class StringsTest {

    private final Strings strings = Strings.strict("ui", "sample");

    private enum Mood {
        VERY_GOOD
    }

    @Test
    void findsATextInAnyBundle() {
        assertThat(strings.text("ui.close")).isEqualTo("Close");
        assertThat(strings.text("sample.plain")).isEqualTo("It's a door");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        Strings german = Strings.load(Locale.GERMANY, List.of("sample"));

        assertThat(strings.text("sample.count", 12_345, "Ana")).isEqualTo("12,345 photos of Ana");
        assertThat(german.text("sample.count", 12_345, "Ana")).isEqualTo("12.345 Fotos von Ana");
    }

    @Test
    void readsUmlautsAndFallsBackToEnglishKeyByKey() {
        Strings german = Strings.load(Locale.GERMANY, List.of("sample"));

        assertThat(german.text("sample.plain")).isEqualTo("Eine Tür");
        assertThat(german.text("sample.only-english")).isEqualTo("Only English");
    }

    @Test
    void describesAProblemInThreeSentencesAndItsCode() {
        ProblemText words = strings.problem(Problem.of("sample.full", 7));

        assertThat(words)
                .isEqualTo(new ProblemText(
                        "The room is full.", "It takes 7 people.", "Wait until one leaves.", "sample.full"));
    }

    @Test
    void namesAConstantByItsPrefixAndItsNameInLowerCase() {
        assertThat(strings.constant("mood", Mood.VERY_GOOD)).isEqualTo("Very good");
    }

    @Test
    void aMissingTextThrowsInTestsAndIsShownAsItsKeyToUsers() {
        assertThatThrownBy(() -> strings.text("sample.none")).isInstanceOf(MissingResourceException.class);
        assertThat(Strings.load(Locale.ENGLISH, List.of("sample")).text("sample.none"))
                .isEqualTo("sample.none");
    }

    @Test
    void aPackageWithoutABundleFailsAtOnce() {
        assertThatThrownBy(() -> Strings.strict("nowhere")).isInstanceOf(MissingResourceException.class);
    }
}
