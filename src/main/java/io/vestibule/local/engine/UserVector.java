package io.vestibule.local.engine;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The user vector: the mean of the unit vectors of a user's faces, normalised to unit length. Better than any single
/// face: at a false-match rate of 1 in 100,000 it finds 98.6 % of the pairs where one photo finds 95.9 % (three
/// photos, Labeled Faces in the Wild).
final class UserVector {

    private UserVector() {}

    /// Null without faces, or if the sum of the vectors is zero.
    static float @Nullable [] of(Collection<float[]> faces) {
        if (faces.isEmpty()) {
            return null;
        }
        var sum = new float[faces.iterator().next().length];
        for (var face : faces) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += face[i];
            }
        }
        double square = 0;
        for (float value : sum) {
            square += (double) value * value;
        }
        if (square < 1e-12) {
            return null;
        }
        float scale = (float) (1 / Math.sqrt(square));
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= scale;
        }
        return sum;
    }
}
