package io.vestibule.vision.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.photo.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarpTest {

    private static final double[] TEMPLATE = {
        38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
    };

    /// A picture whose red grows to the right and whose green grows downwards, so that each pixel encodes its
    /// position.
    private static Pixels map(int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int red = i % width * 255 / (width - 1);
            int green = i / width * 255 / (height - 1);
            argb[i] = 0xFF000000 | red << 16 | green << 8;
        }
        return new Pixels(width, height, argb);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0,0", "1,0,100,50", "0.5,0,60,40", "2.3,25,90,70", "4,-40,10,200", "7.5,100,700,100", "15,5,0,0"})
    void every_pixel_comes_from_its_place(double scale, double degrees, double shiftX, double shiftY) {
        Pixels map = map(1500, 1200);
        double cos = Math.cos(Math.toRadians(degrees)) * scale;
        double sin = Math.sin(Math.toRadians(degrees)) * scale;
        double[] points = new double[10];
        for (int i = 0; i < 10; i += 2) {
            points[i] = cos * TEMPLATE[i] - sin * TEMPLATE[i + 1] + shiftX;
            points[i + 1] = sin * TEMPLATE[i] + cos * TEMPLATE[i + 1] + shiftY;
        }
        Alignment alignment = Alignment.of(points);
        assertThat(alignment.residual()).isCloseTo(0, within(1e-4f));
        Patch patch = Patch.of(Alignment.SIZE, Alignment.SIZE);
        Warp.draw(map, alignment, patch);
        int compared = 0;
        for (int v = 0; v < Alignment.SIZE; v++) {
            for (int u = 0; u < Alignment.SIZE; u++) {
                double x = cos * u - sin * v + shiftX;
                double y = sin * u + cos * v + shiftY;
                int pixel = patch.rgb()[v * Alignment.SIZE + u];
                if (x > scale && y > scale && x < 1499 - scale && y < 1199 - scale) {
                    assertThat((double) (pixel >> 16)).isCloseTo(x * 255 / 1499, within(1.3));
                    assertThat((double) (pixel >> 8 & 0xFF)).isCloseTo(y * 255 / 1199, within(1.3));
                    compared++;
                } else if (x < -scale || y < -scale || x > 1500 + scale || y > 1200 + scale) {
                    assertThat(pixel).isZero();
                }
            }
        }
        assertThat(compared).isGreaterThan(3000);
    }

    @Test
    void points_that_fit_no_face_leave_a_residual() {
        double[] points = TEMPLATE.clone();
        points[4] += 30;
        assertThat(Alignment.of(points).residual()).isGreaterThan(7);
    }

    @Test
    void five_equal_points_are_survived() {
        Patch patch = Patch.of(Alignment.SIZE, Alignment.SIZE);
        Warp.draw(map(30, 30), Alignment.of(new double[10]), patch);
        assertThat(patch.rgb()).hasSize(Alignment.SIZE * Alignment.SIZE);
    }
}
