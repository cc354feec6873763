package io.vestibule.vision;

import io.vestibule.photo.Pixels;

/// The 68 points of a face.
final class LandmarkNet {

    private static final int SIDE = 64;

    private final Net net;

    LandmarkNet(Net net) {
        this.net = net;
    }

    /// Looks at the square as high as the box, around its centre, cut at the edges of the picture; the answer is in
    /// fractions of what is left of it.
    Landmarks find(Pixels pixels, FaceBox box) {
        float side = box.height();
        float left = Math.clamp(box.centreX() - side / 2, 0, pixels.width() - 1);
        float top = Math.clamp(box.centreY() - side / 2, 0, pixels.height() - 1);
        float width = Math.clamp(box.centreX() + side / 2, left + 1, pixels.width()) - left;
        float height = Math.clamp(box.centreY() + side / 2, top + 1, pixels.height()) - top;
        var small = new int[SIDE * SIDE];
        Region.sample(pixels, left, top, width, height, SIDE, SIDE, small);
        var input = net.input();
        for (int i = 0; i < small.length; i++) {
            input.put(i, Gray.of(small[i]) / 256f);
        }
        var points = net.run(input, "output")[0];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = left + points[i] * width;
            points[i + 1] = top + points[i + 1] * height;
        }
        return new Landmarks(points);
    }
}
