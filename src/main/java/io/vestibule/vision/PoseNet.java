package io.vestibule.vision;

import io.vestibule.photo.Pixels;

/// How the head is turned. Each angle is the expectation over 66 bins of three degrees, from -99 on.
final class PoseNet {

    private static final int SIDE = 224;
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    /// What the model says of heads that look straight ahead, measured on mirrored pairs and on 13,233 photos.
    private static final float YAW_OFFSET = -1.5f;

    private static final float PITCH_OFFSET = -7.4f;

    private final Net net;

    PoseNet(Net net) {
        this.net = net;
    }

    /// Roll is taken from the line between the eyes, which is steadier than the model.
    Pose find(Pixels pixels, FaceBox box, Landmarks landmarks) {
        float side = box.height();
        var small = new int[SIDE * SIDE];
        Region.sample(pixels, box.centreX() - side / 2, box.centreY() - side / 2, side, side, SIDE, SIDE, small);
        var input = net.input();
        int plane = SIDE * SIDE;
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            float factor = 1 / (255 * DEVIATION[channel]);
            float offset = MEAN[channel] / DEVIATION[channel];
            for (int i = 0; i < plane; i++) {
                input.put(channel * plane + i, (small[i] >> shift & 255) * factor - offset);
            }
        }
        var bins = net.run(input, "output", "617");
        return new Pose(
                expectation(bins[0]) - YAW_OFFSET,
                expectation(bins[1]) - PITCH_OFFSET,
                FivePoints.of(landmarks).roll());
    }

    private static float expectation(float[] bins) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float bin : bins) {
            largest = Math.max(largest, bin);
        }
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < bins.length; i++) {
            double weight = Math.exp((double) bins[i] - largest);
            sum += weight;
            weighted += weight * i;
        }
        return (float) (weighted / sum * 3 - 99);
    }
}
