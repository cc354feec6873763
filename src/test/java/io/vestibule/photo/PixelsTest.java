package io.vestibule.photo;

import static io.vestibule.photo.PhotoSamples.BLUE;
import static io.vestibule.photo.PhotoSamples.GREEN;
import static io.vestibule.photo.PhotoSamples.RED;
import static io.vestibule.photo.PhotoSamples.YELLOW;
import static io.vestibule.photo.PhotoSamples.assertColour;
import static io.vestibule.photo.PhotoSamples.assertQuarters;
import static io.vestibule.photo.PhotoSamples.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {

    private final Pixels pixels =
            new Pixels(160, 120, quarters(BufferedImage.TYPE_INT_ARGB).getRGB(0, 0, 160, 120, null, 0, 160));

    @Test
    void sizesMustFit() {
        assertThatThrownBy(() -> new Pixels(2, 2, new int[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pixels(0, 2, new int[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void turnsByQuarters() {
        assertQuarters(pixels.turned(0), 0, RED, GREEN, BLUE, YELLOW);
        assertQuarters(pixels.turned(1), 0, BLUE, RED, YELLOW, GREEN);
        assertQuarters(pixels.turned(2), 0, YELLOW, BLUE, GREEN, RED);
        assertQuarters(pixels.turned(-1), 0, GREEN, YELLOW, RED, BLUE);
        assertQuarters(pixels.turned(3), 0, GREEN, YELLOW, RED, BLUE);
        assertThat(pixels.turned(1).width()).isEqualTo(120);
        assertThat(pixels.turned(1).turned(3).argb()).isEqualTo(pixels.argb());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 30, 40, 30, 40",
        "-10, -10, 30, 40, 20, 30",
        "150, 110, 100, 100, 10, 10",
        "-500, -500, 2000, 2000, 160, 120",
        "500, 500, 10, 10, 1, 1",
        "-50, -50, 10, 10, 1, 1",
        "2147483647, 0, 2147483647, 10, 1, 10",
        "10, 10, -5, 0, 1, 1"
    })
    void cropsStayInside(int x, int y, int width, int height, int wantedWidth, int wantedHeight) {
        Pixels part = pixels.crop(x, y, width, height);
        assertThat(part.width()).isEqualTo(wantedWidth);
        assertThat(part.height()).isEqualTo(wantedHeight);
    }

    @Test
    void cropsWhatIsThere() {
        Pixels part = pixels.crop(70, 50, 20, 20);
        assertQuarters(part, 0, RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @CsvSource({"80, 60", "53, 41", "320, 240", "161, 119", "2, 2"})
    void scalesEvenly(int width, int height) {
        Pixels scaled = pixels.scaled(width, height);
        assertThat(scaled.width()).isEqualTo(width);
        assertQuarters(scaled, width > 2 ? 0 : 60, RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void aFlatColourStaysExact() {
        int[] flat = new int[333 * 77];
        for (int value : new int[] {0, 1, 127, 128, 254, 255}) {
            Arrays.fill(flat, 0xFF000000 | value * 0x010101);
            assertThat(new Pixels(333, 77, flat.clone()).scaled(100, 31).argb()).containsOnly(flat[0]);
        }
    }

    /// Compared with the same sums in doubles.
    @ParameterizedTest
    @CsvSource({"100, 75, 37, 29", "100, 75, 100, 20", "64, 64, 32, 32", "50, 40, 120, 90", "97, 3, 10, 1"})
    void everyPixelIsTheAverageOfItsArea(int width, int height, int newWidth, int newHeight) {
        int[] noise = new Random(5)
                .ints((long) width * height)
                .map(i -> i | 0xFF000000)
                .toArray();
        Pixels scaled = new Pixels(width, height, noise).scaled(newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                assertColour(scaled.at(x, y), average(noise, width, height, x, y, newWidth, newHeight), 1);
            }
        }
    }

    private static int average(int[] argb, int width, int height, int x, int y, int newWidth, int newHeight) {
        double left = (double) x * width / newWidth;
        double right = (double) (x + 1) * width / newWidth;
        double top = (double) y * height / newHeight;
        double bottom = (double) (y + 1) * height / newHeight;
        double[] sum = new double[3];
        for (int row = (int) top; row < Math.min(height, Math.ceil(bottom)); row++) {
            for (int column = (int) left; column < Math.min(width, Math.ceil(right)); column++) {
                double part = (Math.min(right, column + 1) - Math.max(left, column))
                        * (Math.min(bottom, row + 1) - Math.max(top, row));
                for (int i = 0; i < 3; i++) {
                    sum[i] += part * (argb[row * width + column] >> (16 - 8 * i) & 0xFF);
                }
            }
        }
        double area = (right - left) * (bottom - top);
        return (int) Math.round(sum[0] / area) << 16
                | (int) Math.round(sum[1] / area) << 8
                | (int) Math.round(sum[2] / area);
    }
}
