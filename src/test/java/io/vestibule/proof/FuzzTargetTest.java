package io.vestibule.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every door survives its examples and a few hundred changed ones. `mvn -Pproof` goes on for minutes, guided by
/// coverage.
class FuzzTargetTest {

    private static final int CHANGED = 60;

    @ParameterizedTest
    @EnumSource
    void survives(FuzzTarget target) {
        var random = new Random(target.name().hashCode());
        assertThat(target.seeds()).isNotEmpty();
        target.run(new byte[0]);
        for (var seed : target.seeds()) {
            target.run(seed);
            for (int i = 0; i < CHANGED; i++) {
                var hostile = changed(seed, random);
                assertThatCode(() -> target.run(hostile))
                        .as("%s with %s", target, HexFormat.of().formatHex(hostile))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] hostile = seed.clone();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(hostile.length);
            switch (random.nextInt(4)) {
                case 0 -> hostile[at] = (byte) random.nextInt(256);
                case 1 -> hostile[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> hostile = Arrays.copyOf(hostile, Math.max(1, at));
                default -> System.arraycopy(hostile, 0, hostile, at, Math.min(at, hostile.length - at));
            }
        }
        return hostile;
    }
}
