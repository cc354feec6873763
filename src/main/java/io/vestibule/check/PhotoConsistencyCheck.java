package io.vestibule.check;

import io.vestibule.vision.Cohort;
import io.vestibule.vision.FaceVector;
import java.util.ArrayList;
import java.util.List;

/// Compares the photos of one draft with each other, before any of them is saved.
public final class PhotoConsistencyCheck {

    /// Score of a photo against the mean of the others, at similarity 50: below it are one in 70 pairs of single photos
    /// of the same person and 993 of 1,000 pairs of different people ([io.vestibule.vision.Calibration]).
    public static final float OUTLIER_SCORE = 0.06f;

    private final Cohort cohort;

    /// @param cohort normalises the scores
    public PhotoConsistencyCheck(Cohort cohort) {
        this.cohort = cohort;
    }

    /// Whether a score of [#scoresToRest] means that the photo seems to show somebody else.
    public static boolean isOutlier(float score) {
        return score < OUTLIER_SCORE;
    }

    /// Indices of the photos that seem to show another person than the rest. Of two photos that differ both are
    /// reported, since nothing shows which one is wrong.
    public List<Integer> findOutliers(List<FaceVector> vectors) {
        List<Integer> unlike = new ArrayList<>();
        if (vectors.size() > 1) {
            List<Float> scores = scoresToRest(vectors);
            for (int i = 0; i < vectors.size(); i++) {
                if (isOutlier(scores.get(i))) {
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
        float[] sum = sum(reference);
        if (normalise(sum)) {
            var mean = new FaceVector(sum);
            for (int i = 0; i < vectors.size(); i++) {
                if (isOutlier(cohort.score(vectors.get(i), mean))) {
                    unlike.add(i);
                }
            }
        }
        return List.copyOf(unlike);
    }

    /// Score of each photo against the mean of the others. For a single photo: 0.
    public List<Float> scoresToRest(List<FaceVector> vectors) {
        float[] sum = sum(vectors);
        return vectors.stream().map(vector -> scoreToRest(vector, sum)).toList();
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

    private float scoreToRest(FaceVector vector, float[] sum) {
        float[] rest = sum.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= vector.values()[i];
        }
        return normalise(rest) ? cohort.score(vector, new FaceVector(rest)) : 0;
    }

    /// Scales the vector to unit length, unless it is zero (up to rounding).
    private static boolean normalise(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector));
        if (length < 1e-4f) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return true;
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
