package io.vestibule.journal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "8, 256", "9, 300", "20, 300", "62, 300", "64, 300", "1000, 300"})
    void thePauseDoublesUpToFiveMinutesHoweverOftenItWasTried(int attempts, long seconds) {
        assertThat(Backoff.delay(attempts)).hasSeconds(seconds);
    }
}
