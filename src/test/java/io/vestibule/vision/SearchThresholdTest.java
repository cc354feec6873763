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
    @CsvSource({".50, 0.38", ".29, 0.42", ".16, 0.464", ".08, 0.50"})
    void liesWhereItWasMeasuredAmongAThousand(double strangers, float cosine) {
        assertThat(Calibration.cosine(SearchThreshold.similarity(strangers, 1000)))
                .isCloseTo(cosine, within(.001f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.001, .02, .05, .3})
    void risesWithTheNumberOfPeopleAndEndsBeforeThePersonHerselfFails(double strangers) {
        float before = 0;
        for (long people = 1; people < 100_000_000; people *= 2) {
            float similarity = SearchThreshold.similarity(strangers, people);
            assertThat(similarity).isBetween(before, Calibration.similarity(.60f));
            before = similarity;
        }
        assertThat(before).isEqualTo(Calibration.similarity(.60f));
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
