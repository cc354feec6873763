package io.vestibule.capture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A hint after five seconds at one pose, the way past it after ten.
class PatienceTest {

    @Test
    void afterFiveSecondsThereIsAHintAndAfterTenTheWayPastThePose() {
        assertThat(Patience.of(Duration.ofMillis(4_999))).isEqualTo(Patience.GUIDED);
        assertThat(Patience.of(Duration.ofSeconds(5))).isEqualTo(Patience.HINT);
        assertThat(Patience.of(Duration.ofMillis(9_999))).isEqualTo(Patience.HINT);
        assertThat(Patience.of(Duration.ofSeconds(10))).isEqualTo(Patience.SKIP);
    }
}
