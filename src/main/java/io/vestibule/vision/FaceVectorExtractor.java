package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Alignment;
import io.vestibule.vision.raster.LightMeter;
import io.vestibule.vision.raster.Warp;

/// Aligns a face, and computes its vector and its quality from the crop.
final class FaceVectorExtractor {

    /// Both, because they come from one crop.
    record Extraction(FaceVector vector, Quality quality) {}

    private final ModelInference net;
    private final LightMeter lightMeter = new LightMeter();

    FaceVectorExtractor(ModelInference net) {
        this.net = net;
    }

    Extraction extract(Pixels pixels, Landmarks landmarks) {
        Alignment alignment = Alignment.of(landmarks.fivePoints());
        Warp.draw(pixels, alignment, net.patch());
        lightMeter.measure(net.patch());
        float[] values = net.run().getFirst().clone();
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] / Math.max(norm, 1e-9));
        }
        return new Extraction(
                new FaceVector(values),
                new Quality(
                        (float) norm,
                        alignment.residual(),
                        lightMeter.sharpness(),
                        lightMeter.brightness(),
                        lightMeter.contrast(),
                        lightMeter.sideLight()));
    }
}
