package io.vestibule.vision;

/// The 68 landmarks of the iBUG scheme, in pixels of the picture.
///
/// @param xy 136 numbers: x and y of point 0, of point 1, ...
@SuppressWarnings("ArrayRecordComponent") // small, created once per face, read only
public record Landmarks(float[] xy) {

    public float x(int point) {
        return xy[2 * point];
    }

    public float y(int point) {
        return xy[2 * point + 1];
    }

    /// The points for the alignment of a face: x and y of left eye, right eye, nose, left and right mouth corner, as
    /// seen in the picture.
    public double[] fivePoints() {
        int[][] groups = {{37, 38, 40, 41}, {43, 44, 46, 47}, {30}, {48, 60}, {54, 64}};
        double[] points = new double[2 * groups.length];
        for (int i = 0; i < groups.length; i++) {
            for (int point : groups[i]) {
                points[2 * i] += x(point) / groups[i].length;
                points[2 * i + 1] += y(point) / groups[i].length;
            }
        }
        return points;
    }
}
