package io.vestibule.camera.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewScalerTest {

    /// Compared with the same in doubles: the centre of the picture, mirrored, each pixel interpolated from its four
    /// neighbours.
    @ParameterizedTest
    @CsvSource({
        "64, 36, 64, 36",
        "64, 36, 50, 28",
        "64, 36, 33, 36",
        "40, 40, 64, 20",
        "16, 12, 61, 47",
        "2, 2, 5, 3",
        "200, 100, 1, 1"
    })
    void everyPixelLiesBetweenFourOfTheMirroredMiddle(int width, int height, int placeWidth, int placeHeight) {
        int[] picture = new Random(3)
                .ints((long) width * height)
                .map(i -> i | 0xFF000000)
                .toArray();
        int[] screen = new int[placeWidth * placeHeight];
        new PreviewScaler(width, height, placeWidth, placeHeight).draw(picture, screen);
        double aspect = (double) placeWidth / placeHeight;
        double across = Math.min(width, height * aspect);
        double down = Math.min(height, width / aspect);
        for (int y = 0; y < placeHeight; y++) {
            for (int x = 0; x < placeWidth; x++) {
                double seenX = (width + across) / 2 - (x + 0.5) * across / placeWidth - 0.5;
                double seenY = (height - down) / 2 + (y + 0.5) * down / placeHeight - 0.5;
                for (int shift : new int[] {0, 8, 16}) {
                    assertThat((double) (screen[y * placeWidth + x] >> shift & 0xFF))
                            .isCloseTo(between(picture, width, height, seenX, seenY, shift), within(3));
                }
                assertThat(screen[y * placeWidth + x] >>> 24).isEqualTo(0xFF);
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    private static double between(int[] picture, int width, int height, double x, double y, int shift) {
        double insideX = Math.clamp(x, 0, width - 1.0);
        double insideY = Math.clamp(y, 0, height - 1.0);
        int left = Math.min((int) insideX, width - 2);
        int top = Math.min((int) insideY, height - 2);
        double shareX = insideX - left;
        double shareY = insideY - top;
        return at(picture, width, left, top, shift) * (1 - shareX) * (1 - shareY)
                + at(picture, width, left + 1, top, shift) * shareX * (1 - shareY)
                + at(picture, width, left, top + 1, shift) * (1 - shareX) * shareY
                + at(picture, width, left + 1, top + 1, shift) * shareX * shareY;
    }

    private static int at(int[] picture, int width, int x, int y, int shift) {
        return picture[y * width + x] >> shift & 0xFF;
    }
}
