package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class UnexpectedFailureTest {

    @Test
    void containsNoExceptionMessagesWhichMayHoldNames() {
        Throwable failure = new UncheckedIOException(new NoSuchFileException("/home/ana/ana-sousa.jpg"));

        UnexpectedFailure unexpectedFailure = UnexpectedFailure.of(failure);

        assertThat(unexpectedFailure.trace())
                .contains(
                        "UncheckedIOException", "caused by java.nio.file.NoSuchFileException", "UnexpectedFailureTest")
                .doesNotContain("ana");
        assertThat(unexpectedFailure.problem().args()).hasSize(1);
    }

    @Test
    void differentFailuresHaveDifferentCodes() {
        assertThat(UnexpectedFailure.of(new IllegalStateException()).problem())
                .isNotEqualTo(
                        UnexpectedFailure.of(new IllegalArgumentException()).problem());
    }
}
