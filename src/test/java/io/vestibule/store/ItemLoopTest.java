package io.vestibule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/// Loops over things that do not depend on each other.
class ItemLoopTest {

    private final List<Integer> done = new ArrayList<>();

    private Consumer<Integer> failingAt(int bad, RuntimeException failure) {
        return item -> {
            if (item == bad) {
                throw failure;
            }
            done.add(item);
        };
    }

    @Test
    void theOthersAreDoneWhenOneFails() {
        var failing = failingAt(2, new IllegalStateException("2"));
        assertThat(ItemLoop.forEach(List.of(1, 2, 3), failing, NOPLogger.NOP_LOGGER, item -> item))
                .isEqualTo(2);
        assertThat(done).containsExactly(1, 3);
    }

    @Test
    void theFirstFailureComesAfterAll() {
        var failing = failingAt(2, new IllegalStateException("2"));
        assertThatThrownBy(() -> ItemLoop.forEachThenThrow(List.of(1, 2, 3), failing))
                .hasMessage("2");
        assertThat(done).containsExactly(1, 3);
    }

    @Test
    void aFailureOfTheDatabaseEndsTheLoop() {
        var failing = failingAt(2, new StoreException(Problem.of("store.closed")));
        assertThatThrownBy(() -> ItemLoop.forEach(List.of(1, 2, 3), failing, NOPLogger.NOP_LOGGER, item -> item))
                .isInstanceOf(StoreException.class);
        assertThat(done).containsExactly(1);
    }
}
