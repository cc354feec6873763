package io.vestibule.vision.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class LightMeterTest {

    private final LightMeter lightMeter = new LightMeter();

    @Test
    void an_even_face_has_its_brightness_and_nothing_else() {
        measure((x, y) -> 90);
        assertThat(lightMeter.brightness()).isEqualTo(90);
        assertThat(lightMeter.contrast()).isZero();
        assertThat(lightMeter.sharpness()).isZero();
        assertThat(lightMeter.sideLight()).isZero();
    }

    @Test
    void light_from_the_left_is_above_zero() {
        measure((x, y) -> x < 56 ? 150 : 50);
        assertThat(lightMeter.brightness()).isEqualTo(100);
        assertThat(lightMeter.contrast()).isCloseTo(50, within(0.01f));
        assertThat(lightMeter.sideLight()).isEqualTo(100);
    }

    @Test
    void only_the_middle_of_the_crop_counts() {
        measure((x, y) -> x < 19 || x > 92 || y < 19 || y > 104 ? 255 : 10);
        assertThat(lightMeter.brightness()).isEqualTo(10);
        assertThat(lightMeter.sharpness()).isZero();
    }

    @Test
    void fine_stripes_are_sharper_than_broad_ones() {
        measure((x, y) -> x / 8 % 2 * 100);
        float broad = lightMeter.sharpness();
        measure((x, y) -> x / 2 % 2 * 100);
        assertThat(lightMeter.sharpness()).isGreaterThan(2 * broad);
    }

    private void measure(IntBinaryOperator gray) {
        Patch patch = Patch.of(112, 112);
        for (int i = 0; i < patch.rgb().length; i++) {
            patch.rgb()[i] = 0x010101 * gray.applyAsInt(i % 112, i / 112);
        }
        lightMeter.measure(patch);
    }
}
