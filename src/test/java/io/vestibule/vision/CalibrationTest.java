package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    @ParameterizedTest
    @CsvSource({"0.10,65", "0.13,75", "0.147,80", "0.205,90", "0.26,95", "0.30,99", "-0.45,0", "1,100"})
    void thresholds_lie_where_they_were_measured(float score, float similarity) {
        assertThat(Calibration.similarity(score)).isCloseTo(similarity, within(0.05f));
        assertThat(Calibration.score(similarity)).isCloseTo(score, within(0.0005f));
    }

    @Test
    void never_falls_and_stays_within_its_bounds() {
        float before = 0;
        for (int i = -1100; i <= 1100; i++) {
            float similarity = Calibration.similarity(i / 1000f);
            assertThat(similarity).isBetween(before, 100f);
            before = similarity;
        }
        assertThat(before).isEqualTo(100);
    }

    @Test
    void what_is_no_number_is_no_likeness() {
        assertThat(Calibration.similarity(Float.NaN)).isZero();
    }
}
