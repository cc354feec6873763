package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Area;
import io.vestibule.vision.raster.Resampler;

/// Estimates the head pose. Yaw and pitch come from the model, minus its mean output for heads that look straight
/// ahead (of mirrored pairs, and of the LFW set); roll comes from the line between the eyes, which is steadier (20
/// degrees were measured as 20.3 +- 1.5).
final class PoseEstimator {

    private static final float YAW_ZERO = -1.5f;
    private static final float PITCH_ZERO = -7.4f;
    private static final int BIN_DEGREES = 3;
    private static final int FIRST_BIN = -99;

    private final ModelInference net;
    private final Resampler resampler;

    PoseEstimator(ModelInference net, Resampler resampler) {
        this.net = net;
        this.resampler = resampler;
    }

    Pose estimate(Pixels pixels, FaceBox box, Landmarks landmarks) {
        resampler.draw(pixels, Area.square(box.centreX(), box.centreY(), box.height()), net.patch());
        var angles = net.run();
        float yaw = expectation(angles.get(0)) - YAW_ZERO;
        float pitch = expectation(angles.get(1)) - PITCH_ZERO;
        return new Pose(yaw, pitch, roll(landmarks.fivePoints()));
    }

    private static float roll(double[] five) {
        return (float) Math.toDegrees(Math.atan2(five[3] - five[1], five[2] - five[0]));
    }

    /// Mean of the bins, weighted by softmax.
    private static float expectation(float[] bins) {
        float most = Float.NEGATIVE_INFINITY;
        for (float bin : bins) {
            most = Math.max(most, bin);
        }
        double sum = 0;
        double weighed = 0;
        for (int i = 0; i < bins.length; i++) {
            double weight = Math.exp(bins[i] - most);
            sum += weight;
            weighed += weight * i;
        }
        return (float) (weighed / sum * BIN_DEGREES + FIRST_BIN);
    }
}
