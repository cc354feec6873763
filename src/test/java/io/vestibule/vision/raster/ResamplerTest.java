package io.vestibule.vision.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.photo.Pixels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    private final Resampler resampler = new Resampler();

    @ParameterizedTest
    @CsvSource({
        "0,0,40,30,10,10", // shrinks unevenly
        "0,0,40,30,40,30", // keeps the size
        "0,0,40,30,100,7", // enlarges one axis, shrinks the other
        "5.3,4.1,21.9,28.7,9,11", // with fractions of pixels
        "-13.5,-8,60,50,20,20", // beyond all edges
        "10,10,11,11,5,5", // one pixel
        "-90,3,-80,9,4,4", // wholly outside
        "0,0,40,30,1,1" // all of it
    })
    void draws_what_plain_arithmetic_gives(
            double left, double top, double right, double bottom, int width, int height) {
        Pixels pixels = noise(40, 30);
        Area area = new Area(left, top, right, bottom);
        Patch patch = Patch.of(width, height);
        resampler.draw(pixels, area, patch);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    double wanted = mean(pixels, area, patch, x, y, shift);
                    assertThat((double) (patch.rgb()[y * width + x] >> shift & 0xFF))
                            .as("%s, %s, %s", x, y, shift)
                            .isCloseTo(wanted, within(2.5));
                }
            }
        }
    }

    @Test
    void keeps_white_white_and_black_black_however_it_shrinks() {
        for (int side : new int[] {1, 3, 77, 1000}) {
            for (int colour : new int[] {0xFFFFFFFF, 0xFF000000, 0xFF010203}) {
                int[] argb = new int[side * side];
                Arrays.fill(argb, colour);
                Patch patch = Patch.of(13, 17);
                resampler.draw(new Pixels(side, side, argb), new Area(-0.3, 0.2, side, side + 0.7), patch);
                assertThat(patch.rgb()).containsOnly(colour & 0xFFFFFF);
            }
        }
    }

    @Test
    void touches_only_its_part_of_the_patch() {
        Patch patch = Patch.of(6, 4);
        Arrays.fill(patch.rgb(), 7);
        int[] argb = new int[9];
        Arrays.fill(argb, 0xFFFFFFFF);
        resampler.draw(new Pixels(3, 3, argb), new Area(0, 0, 3, 3), patch, 1, 1, 4, 2);
        int w = 0xFFFFFF;
        assertThat(patch.rgb()).containsExactly(7, 7, 7, 7, 7, 7, 7, w, w, w, w, 7, 7, w, w, w, w, 7, 7, 7, 7, 7, 7, 7);
    }

    /// Area average, or the blend of the two nearest where it enlarges, in floating point.
    private static double mean(Pixels pixels, Area area, Patch patch, int x, int y, int shift) {
        double stepX = area.width() / patch.width();
        double stepY = area.height() / patch.height();
        double centreX = area.left() + (x + 0.5) * stepX;
        double centreY = area.top() + (y + 0.5) * stepY;
        double reachX = Math.max(stepX, 1) / 2;
        double reachY = Math.max(stepY, 1) / 2;
        double sum = 0;
        for (int row = (int) Math.floor(centreY - reachY); row < centreY + reachY; row++) {
            for (int column = (int) Math.floor(centreX - reachX); column < centreX + reachX; column++) {
                double shareX = Math.min(column + 1, centreX + reachX) - Math.max(column, centreX - reachX);
                double shareY = Math.min(row + 1, centreY + reachY) - Math.max(row, centreY - reachY);
                int pixel =
                        pixels.at(Math.clamp(column, 0, pixels.width() - 1), Math.clamp(row, 0, pixels.height() - 1));
                sum += (pixel >> shift & 0xFF) * shareX * shareY;
            }
        }
        return sum / (4 * reachX * reachY);
    }

    private static Pixels noise(int width, int height) {
        return new Pixels(
                width,
                height,
                new Random(5)
                        .ints((long) width * height)
                        .map(i -> i | 0xFF000000)
                        .toArray());
    }
}
