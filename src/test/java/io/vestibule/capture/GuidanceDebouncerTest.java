package io.vestibule.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When another message takes the place of the one that is shown.
class GuidanceDebouncerTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private final GuidanceDebouncer guidanceDebouncer = new GuidanceDebouncer();

    private Guidance tell(Guidance seen, int millis) {
        return guidanceDebouncer.update(seen, START.plusMillis(millis));
    }

    @Test
    void anotherMessageIsToldOnceItHasHeld() {
        assertThat(tell(Guidance.CLOSER, 0)).isEqualTo(Guidance.NO_FACE);
        assertThat(tell(Guidance.CLOSER, 349)).isEqualTo(Guidance.NO_FACE);
        assertThat(tell(Guidance.CLOSER, 350)).isEqualTo(Guidance.CLOSER);
    }

    @Test
    void aMessageThatIsInterruptedBeginsToHoldAnew() {
        tell(Guidance.CLOSER, 0);
        tell(Guidance.CENTRE, 300);
        assertThat(tell(Guidance.CLOSER, 400)).isEqualTo(Guidance.NO_FACE);
        assertThat(tell(Guidance.CLOSER, 749)).isEqualTo(Guidance.NO_FACE);
        assertThat(tell(Guidance.CLOSER, 750)).isEqualTo(Guidance.CLOSER);
    }

    @Test
    void thatAllIsWellAndThatItIsDoneIsToldAtOnce() {
        assertThat(tell(Guidance.GOOD, 0)).isEqualTo(Guidance.GOOD);
        assertThat(tell(Guidance.HOLD_STILL, 10)).isEqualTo(Guidance.GOOD);
        assertThat(tell(Guidance.DONE, 20)).isEqualTo(Guidance.DONE);
    }

    @Test
    void aFaceThatIsLostForAMomentChangesNothing() {
        tell(Guidance.GOOD, 0);
        assertThat(tell(Guidance.NO_FACE, 100)).isEqualTo(Guidance.GOOD);
        assertThat(tell(Guidance.GOOD, 200)).isEqualTo(Guidance.GOOD);
        assertThat(tell(Guidance.NO_FACE, 300)).isEqualTo(Guidance.GOOD);
        assertThat(tell(Guidance.NO_FACE, 650)).isEqualTo(Guidance.NO_FACE);
    }
}
