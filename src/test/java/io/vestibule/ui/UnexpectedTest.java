package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class UnexpectedTest {

    @Test
    void keepsNothingOfTheMessagesForTheyMayHoldNames() {
        Throwable failure = new UncheckedIOException(new NoSuchFileException("/home/ana/ana-sousa.jpg"));

        Unexpected unexpected = Unexpected.of(failure);

        assertThat(unexpected.trace())
                .contains("UncheckedIOException", "caused by java.nio.file.NoSuchFileException", "UnexpectedTest")
                .doesNotContain("ana");
        assertThat(unexpected.problem().args()).hasSize(1);
    }

    @Test
    void differentFailuresHaveDifferentCodes() {
        assertThat(Unexpected.of(new IllegalStateException()).problem())
                .isNotEqualTo(Unexpected.of(new IllegalArgumentException()).problem());
    }
}
