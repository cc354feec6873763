package io.vestibule.check;

import io.vestibule.vision.FaceVector;
import java.util.ArrayList;
import java.util.List;

/// Compares the photos of one draft with each other, before any of them is saved.
public final class PhotoConsistencyCheck {

    /// Cosine of the bundled model at similarity 50: one in 340 pairs of different people is above it, one in 500
    /// pairs of the same person below.
    public static final float OUTLIER_COSINE = 0.30f;

    private final float unlikeBelow;

    /// @param unlikeBelow threshold of the cosine between a photo and the mean of the others
    public PhotoConsistencyCheck(float unlikeBelow) {
        this.unlikeBelow = unlikeBelow;
    }

    /// Indices of the photos that seem to show another person than the rest. Of two photos that differ both are
    /// reported, since nothing shows which one is wrong.
    public List<Integer> findOutliers(List<FaceVector> vectors) {
        List<Integer> unlike = new ArrayList<>();
        if (vectors.size() > 1) {
            float[] sum = sum(vectors);
            for (int i = 0; i < vectors.size(); i++) {
                if (cosineToRest(vectors.get(i).values(), sum) < unlikeBelow) {
                    unlike.add(i);
                }
            }
        }
        return List.copyOf(unlike);
    }

    /// Indices of the photos that seem to show another person than the reference photos.
    ///
    /// @param reference photos of the person; without any, nothing is reported
    public List<Integer> findUnlike(List<FaceVector> vectors, List<FaceVector> reference) {
        List<Integer> unlike = new ArrayList<>();
        if (!reference.isEmpty()) {
            float[] sum = sum(reference);
            float length = (float) Math.sqrt(dot(sum, sum));
            for (int i = 0; i < vectors.size(); i++) {
                if (length > 0 && dot(vectors.get(i).values(), sum) / length < unlikeBelow) {
                    unlike.add(i);
                }
            }
        }
        return List.copyOf(unlike);
    }

    /// Similarity of each photo to the others: the cosine between its vector and the mean of the rest, -1..1. For a
    /// single photo: 0.
    public List<Float> similaritiesToRest(List<FaceVector> vectors) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        float[] sum = sum(vectors);
        return vectors.stream()
                .map(vector -> cosineToRest(vector.values(), sum))
                .toList();
    }

    /// The finding for the photos of [#findOutliers].
    public Finding outlierFinding() {
        return Finding.warn(Reason.UNLIKE_THE_OTHERS);
    }

    /// Index of the photo that is closest to all the others: the first to be associated with the user.
    ///
    /// @param vectors at least one
    public int closestToAll(List<FaceVector> vectors) {
        float[] sum = sum(vectors);
        int best = 0;
        for (int i = 1; i < vectors.size(); i++) {
            if (dot(vectors.get(i).values(), sum) > dot(vectors.get(best).values(), sum)) {
                best = i;
            }
        }
        return best;
    }

    private static float cosineToRest(float[] vector, float[] sum) {
        float along = 0;
        float square = 0;
        for (int i = 0; i < vector.length; i++) {
            float rest = sum[i] - vector[i];
            along += rest * vector[i];
            square += rest * rest;
        }
        return square == 0 ? 0 : along / (float) Math.sqrt(square);
    }

    private static float[] sum(List<FaceVector> vectors) {
        float[] sum = new float[FaceVector.LENGTH];
        for (FaceVector vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector.values()[i];
            }
        }
        return sum;
    }

    private static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
