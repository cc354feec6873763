package io.vestibule.vision;

/// Eyes, nose and corners of the mouth as x, y pairs, left in the picture first, from the 68 points.
record FivePoints(float[] xy) {

    /// Where the five points lie in the aligned 112 x 112 crop; the template that the vector model was trained with.
    static final float[] TEMPLATE = {
        38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f, 92.2041f
    };

    static FivePoints of(Landmarks points) {
        var five = new float[10];
        mean(points, five, 0, 37, 38, 40, 41);
        mean(points, five, 1, 43, 44, 46, 47);
        mean(points, five, 2, 30);
        mean(points, five, 3, 48, 60);
        mean(points, five, 4, 54, 64);
        return new FivePoints(five);
    }

    private static void mean(Landmarks points, float[] five, int index, int... from) {
        for (int point : from) {
            five[2 * index] += points.x(point) / from.length;
            five[2 * index + 1] += points.y(point) / from.length;
        }
    }

    /// Lean of the line between the eyes, in degrees, above 0 clockwise.
    float roll() {
        return (float) Math.toDegrees(Math.atan2(xy[3] - xy[1], xy[2] - xy[0]));
    }
}
