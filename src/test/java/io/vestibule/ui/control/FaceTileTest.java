package io.vestibule.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.ui.FxTest;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTileTest extends FxTest {

    @ParameterizedTest
    @CsvSource({"1600, 900", "900, 1600", "200, 200"})
    void neverStretches(double width, double height) {
        Rectangle2D crop = FaceTile.crop(width, height, new Rectangle2D(0.6, 0.3, 0.1, 0.2));

        assertThat(crop.getHeight() / crop.getWidth()).isCloseTo(1.25, within(1e-9));
    }

    @Test
    void centresTheFaceWithAirAround() {
        Rectangle2D crop = FaceTile.crop(1000, 1000, new Rectangle2D(0.4, 0.4, 0.2, 0.2));

        assertThat(crop.getMinX() + crop.getWidth() / 2).isCloseTo(500, within(1e-9));
        assertThat(crop.getMinY() + crop.getHeight() / 2).isCloseTo(500, within(1e-9));
        assertThat(crop.getHeight()).isGreaterThan(200 * 1.5);
    }

    @Test
    void staysInsideThePictureWhenTheFaceIsAtItsEdge() {
        Rectangle2D crop = FaceTile.crop(1000, 1000, new Rectangle2D(0.9, -0.05, 0.2, 0.3));

        assertThat(crop.getMinX()).isNotNegative();
        assertThat(crop.getMinY()).isNotNegative();
        assertThat(crop.getMaxX()).isLessThanOrEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"Ana Sousa, AS", "ana de la cruz, AC", "Bo, B", "Émile Zola, ÉZ", "'  Ana   Sousa ', AS", "'', ''"})
    void showsTheFirstLettersOfTheFirstAndLastName(String name, String initials) {
        assertThat(FaceTile.initialsOf(name)).isEqualTo(initials);
    }

    @Test
    void bytesThatAreNoPictureAreNone() {
        assertThat(onFx(() -> FaceTile.decode(new byte[] {1, 2, 3}, 72, null) == null))
                .isTrue();
    }
}
