package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Area;
import io.vestibule.vision.raster.Resampler;

/// Estimates whether the eyes are open, by the eye model and by the shape of the lids.
final class EyeStateEstimator {

    /// First of the six landmarks of each eye: outer corner, two of the upper lid, other corner, two of the lower
    /// lid.
    private static final int LEFT = 36;

    private static final int RIGHT = 42;

    /// Side of the square input of the eye model, in widths of the eye.
    private static final double SIDE = 1.6;

    private final ModelInference net;
    private final Resampler resampler;

    EyeStateEstimator(ModelInference net, Resampler resampler) {
        this.net = net;
        this.resampler = resampler;
    }

    Eyes estimate(Pixels pixels, Landmarks landmarks) {
        float aspect = (aspect(landmarks, LEFT) + aspect(landmarks, RIGHT)) / 2;
        return new Eyes(closed(pixels, landmarks, LEFT), closed(pixels, landmarks, RIGHT), aspect);
    }

    private float closed(Pixels pixels, Landmarks points, int eye) {
        double x = 0;
        double y = 0;
        for (int lid : new int[] {eye + 1, eye + 2, eye + 4, eye + 5}) {
            x += points.x(lid) / 4;
            y += points.y(lid) / 4;
        }
        double side = Math.max(2, distance(points, eye, eye + 3) * SIDE);
        resampler.draw(pixels, Area.square(x, y, side), net.patch());
        float[] answer = net.run().getFirst();
        return (float) (1 / (1 + Math.exp(answer[1] - answer[0])));
    }

    /// Height of the eye opening by width of the eye.
    private static float aspect(Landmarks points, int eye) {
        double opening = distance(points, eye + 1, eye + 5) + distance(points, eye + 2, eye + 4);
        return (float) (opening / (2 * Math.max(distance(points, eye, eye + 3), 1e-3)));
    }

    private static double distance(Landmarks points, int one, int other) {
        return Math.hypot(points.x(one) - points.x(other), points.y(one) - points.y(other));
    }
}
