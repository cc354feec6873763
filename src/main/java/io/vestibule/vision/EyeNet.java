package io.vestibule.vision;

import io.vestibule.photo.Pixels;

/// Whether the eyes are open.
final class EyeNet {

    private static final int SIDE = 24;
    /// Side of the crop, in widths of the eye.
    private static final float ROOM = 1.6f;

    private final Net net;

    EyeNet(Net net) {
        this.net = net;
    }

    Eyes find(Pixels pixels, Landmarks points) {
        return new Eyes(
                closed(pixels, points, 36), closed(pixels, points, 42), (aspect(points, 36) + aspect(points, 42)) / 2);
    }

    /// @param first of the six points around the eye: corner, two above, corner, two below
    private float closed(Pixels pixels, Landmarks points, int first) {
        float centreX = 0;
        float centreY = 0;
        for (int point : new int[] {first + 1, first + 2, first + 4, first + 5}) {
            centreX += points.x(point) / 4;
            centreY += points.y(point) / 4;
        }
        float side = Math.max(2, Math.abs(points.x(first + 3) - points.x(first)) * ROOM);
        var small = new int[SIDE * SIDE];
        Region.sample(pixels, centreX - side / 2, centreY - side / 2, side, side, SIDE, SIDE, small);
        var input = net.input();
        for (int i = 0; i < small.length; i++) {
            input.put(i, Gray.of(small[i]) / 255f);
        }
        var answer = net.run(input, "output")[0];
        return (float) (1 / (1 + Math.exp((double) answer[1] - answer[0])));
    }

    /// Height by width of the eye, after Soukupova and Cech, 2016.
    private static float aspect(Landmarks points, int first) {
        float width = distance(points, first, first + 3);
        float heights = distance(points, first + 1, first + 5) + distance(points, first + 2, first + 4);
        return heights / Math.max(1e-3f, 2 * width);
    }

    private static float distance(Landmarks points, int one, int other) {
        return (float) Math.hypot(points.x(one) - points.x(other), points.y(one) - points.y(other));
    }
}
