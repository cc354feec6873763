package io.vestibule.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Removes from made-up vectors what they share with the shipped cohort: their cohort score is 0 then, and the score of
/// two of them is their cosine.
final class CohortSpace {

    private static final List<float[]> BASIS = basis();

    private CohortSpace() {}

    static void remove(float[] vector) {
        for (float[] direction : BASIS) {
            double along = dot(direction, vector);
            for (int i = 0; i < vector.length; i++) {
                vector[i] -= (float) (along * direction[i]);
            }
        }
    }

    /// One of the means: a face that looks like many people.
    static float[] mean() {
        return means().get(5);
    }

    private static List<float[]> basis() {
        var basis = new ArrayList<float[]>();
        for (float[] mean : means()) {
            for (float[] direction : basis) {
                double along = dot(direction, mean);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] -= (float) (along * direction[i]);
                }
            }
            double length = Math.sqrt(dot(mean, mean));
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= (float) length;
            }
            basis.add(mean);
        }
        return basis;
    }

    private static List<float[]> means() {
        try (InputStream in = CohortSpace.class.getResourceAsStream("/assets/models/cohort-64.f32")) {
            var floats = ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            var means = new ArrayList<float[]>();
            while (floats.hasRemaining()) {
                var mean = new float[512];
                floats.get(mean);
                means.add(mean);
            }
            return means;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
