package io.vestibule.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.photo.Pixels;
import java.util.Arrays;
import org.assertj.core.data.Percentage;

/// The results of another implementation, as reference values.
@SuppressWarnings("ArrayRecordComponent") // read only
record GoldenFace(String photo, FaceBox box, double[] points, float norm, FaceVector vector) {

    /// @param columns photo, box (left top right bottom), five points, norm, vector
    static GoldenFace of(String... columns) {
        double[] box = numbers(columns[1]);
        return new GoldenFace(
                columns[0],
                new FaceBox((float) box[0], (float) box[1], (float) (box[2] - box[0]), (float) (box[3] - box[1]), 1),
                numbers(columns[2]),
                Float.parseFloat(columns[3].strip()),
                vector(numbers(columns[4])));
    }

    /// With the same box, all results must be equal but for the rounding of pixels.
    void assertSeenBy(Vision vision, Pixels pixels) {
        Face seen = vision.analyse(pixels, box);
        double[] five = seen.landmarks().fivePoints();
        for (int i = 0; i < points.length; i++) {
            assertThat(five[i]).as("%s point %s", photo, i).isCloseTo(points[i], within(1 + 0.003 * box.height()));
        }
        assertThat(seen.quality().norm()).as(photo).isCloseTo(norm, Percentage.withPercentage(2));
        assertThat(seen.vector().cosine(vector)).as(photo).isGreaterThan(0.998f);
    }

    /// The detector may choose another one of several boxes with equal scores; the face must be the same.
    void assertFoundBy(Vision vision, Pixels pixels) {
        FaceBox found = vision.detect(pixels, 0.7f).stream()
                .filter(other -> Math.hypot(other.centreX() - box.centreX(), other.centreY() - box.centreY())
                        < 0.1 * box.height())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not found: " + photo + " " + box));
        assertThat(found.height()).as(photo).isCloseTo(box.height(), Percentage.withPercentage(20));
        assertThat(vision.analyse(pixels, found).vector().cosine(vector))
                .as(photo)
                .isGreaterThan(0.97f);
    }

    private static FaceVector vector(double[] numbers) {
        float[] values = new float[numbers.length];
        double squares = Arrays.stream(numbers).map(number -> number * number).sum();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (numbers[i] / Math.sqrt(squares));
        }
        return new FaceVector(values);
    }

    private static double[] numbers(String column) {
        return Arrays.stream(column.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
