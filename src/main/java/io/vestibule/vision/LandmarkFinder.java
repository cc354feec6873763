package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.raster.Area;
import io.vestibule.vision.raster.Resampler;

/// Finds the 68 landmarks. The model reports no confidence and finds a face in anything: check the residual and the
/// length of the vector.
final class LandmarkFinder {

    private final ModelInference net;
    private final Resampler resampler;

    LandmarkFinder(ModelInference net, Resampler resampler) {
        this.net = net;
        this.resampler = resampler;
    }

    Landmarks find(Pixels pixels, FaceBox box) {
        Area area = Area.square(box.centreX(), box.centreY(), box.height()).within(pixels);
        resampler.draw(pixels, area, net.patch());
        float[] fractions = net.run().getFirst();
        float[] xy = new float[136];
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = (float) (area.left() + fractions[i] * area.width());
            xy[i + 1] = (float) (area.top() + fractions[i + 1] * area.height());
        }
        return new Landmarks(xy);
    }
}
