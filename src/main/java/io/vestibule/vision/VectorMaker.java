package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Alignment;
import io.vestibule.vision.raster.Light;
import io.vestibule.vision.raster.Warp;

/// Aligns a face, and reads its vector and its quality from the crop.
final class VectorMaker {

    /// Both, because they come of one crop.
    record Reading(FaceVector vector, Quality quality) {}

    private final NetCall net;
    private final Light light = new Light();

    VectorMaker(NetCall net) {
        this.net = net;
    }

    Reading read(Pixels pixels, Landmarks landmarks) {
        Alignment alignment = Alignment.of(landmarks.fivePoints());
        Warp.draw(pixels, alignment, net.patch());
        light.measure(net.patch());
        float[] values = net.run().getFirst().clone();
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] / Math.max(norm, 1e-9));
        }
        return new Reading(
                new FaceVector(values),
                new Quality(
                        (float) norm,
                        alignment.residual(),
                        light.sharpness(),
                        light.brightness(),
                        light.contrast(),
                        light.sideLight()));
    }
}
