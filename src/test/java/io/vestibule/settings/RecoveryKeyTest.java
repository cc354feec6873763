package io.vestibule.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoveryKeyTest {

    private static byte[] key(long seed) {
        var key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }

    @Test
    void everyKeyIsReadAsItWasWrittenInWhateverFormItIsTyped() {
        for (int i = 0; i < 200; i++) {
            var text = RecoveryKey.text(key(i));
            assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}");
            assertThat(RecoveryKey.parse(text)).isEqualTo(key(i));
            assertThat(RecoveryKey.parse(" "
                            + text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o') + "\n"))
                    .isEqualTo(key(i));
        }
        for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
            var same = new byte[32];
            Arrays.fill(same, (byte) value);
            assertThat(RecoveryKey.parse(RecoveryKey.text(same))).isEqualTo(same);
        }
    }

    @Test
    void everySingleWrongCharacterIsFoundInItsGroup() {
        var text = RecoveryKey.text(key(1));
        for (int i = 0; i < text.length(); i++) {
            for (char wrong : "0123456789ABCDEFGHJKMNPQRSTVWXYZ*".toCharArray()) {
                if (text.charAt(i) != '-' && text.charAt(i) != wrong) {
                    var typed = text.substring(0, i) + wrong + text.substring(i + 1);
                    assertMistyped(typed, i / 6 + 1);
                }
            }
        }
    }

    @Test
    void exchangedMissingAndSurplusGroupsAreFound() {
        var groups = RecoveryKey.text(key(2)).split("-", -1);
        var exchanged = groups.clone();
        exchanged[3] = groups[4];
        exchanged[4] = groups[3];
        assertMistyped(String.join("-", exchanged), 4);
        assertMistyped(String.join("-", Arrays.copyOf(groups, 12)), 13);
        assertMistyped(String.join("-", groups) + "-" + groups[0], 13);
        assertMistyped("", 1);
    }

    private static void assertMistyped(String typed, int group) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> RecoveryKey.parse(typed))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new SettingsFailure.RecoveryKeyTyped(group)));
    }
}
