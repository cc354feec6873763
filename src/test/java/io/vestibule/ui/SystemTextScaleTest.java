package io.vestibule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemTextScaleTest {

    @Test
    void theFactorOfGnomeIsRead() {
        assertThat(SystemTextScale.ofGnome("1.25\n")).hasValue(1.25);
    }

    @Test
    void thePercentageOfWindowsIsRead() {
        var answer = """

                HKEY_CURRENT_USER\\Software\\Microsoft\\Accessibility
                    TextScaleFactor    REG_DWORD    0x96
                """;
        assertThat(SystemTextScale.ofWindows(answer)).hasValue(1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No such schema", "No such key", "REG_SZ 0x96", "x1.5"})
    void anythingElseIsNoAnswer(String answer) {
        assertThat(SystemTextScale.ofGnome(answer)).isEmpty();
        assertThat(SystemTextScale.ofWindows(answer)).isEmpty();
    }

    /// On a machine without a desktop, too.
    @Test
    void askingTheSystemNeverFails() throws InterruptedException {
        assertThat(SystemTextScale.read().orElse(1)).isBetween(0.1, 5.0);
        assertThat(TextSize.SYSTEM.factor(9)).isEqualTo(TextSize.MAX);
        assertThat(TextSize.SYSTEM.factor(0.5)).isEqualTo(1);
        assertThat(TextSize.PERCENT_150.factor(2)).isEqualTo(1.5);
    }
}
