package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchThresholdTest {

    @ParameterizedTest
    @CsvSource({".062, 0.18", ".024, 0.22", ".009, 0.26", ".005, 0.30"})
    void liesWhereItWasMeasuredAmongAThousand(double strangers, float score) {
        assertThat(Calibration.score(SearchThreshold.similarity(strangers, 1000)))
                .isCloseTo(score, within(.001f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.001, .02, .05, .3})
    void risesWithTheNumberOfPeopleAndEndsBeforeThePersonHerselfFails(double strangers) {
        float before = 0;
        for (long people = 1; people < 100_000_000; people *= 2) {
            float similarity = SearchThreshold.similarity(strangers, people);
            assertThat(similarity).isBetween(before, Calibration.similarity(.40f));
            before = similarity;
        }
        assertThat(before).isEqualTo(Calibration.similarity(.40f));
        assertThat(SearchThreshold.similarity(strangers, 0)).isEqualTo(SearchThreshold.similarity(strangers, 1));
    }

    /// A hundred people at one rate are mistaken as often as ten thousand at a hundredth of it.
    @Test
    void dependsOnTheRateOfOneComparison() {
        assertThat(SearchThreshold.similarity(.05, 100))
                .isCloseTo(SearchThreshold.similarity(.4013, 1000), within(.1f));
        assertThat(SearchThreshold.similarity(.02, 100)).isLessThan(SearchThreshold.similarity(.02, 400));
        assertThat(SearchThreshold.similarity(.02, 400)).isGreaterThan(SearchThreshold.similarity(.05, 400));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, Double.NaN})
    void whatIsNoShareIsRefused(double strangers) {
        assertThatThrownBy(() -> SearchThreshold.similarity(strangers, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
