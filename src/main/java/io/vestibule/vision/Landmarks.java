package io.vestibule.vision;

/// The 68 points of the iBUG scheme, in pixels of the picture.
///
/// @param xy 136 numbers: x and y of point 0, of point 1, ...
@SuppressWarnings("ArrayRecordComponent") // small, made once per face, read only
public record Landmarks(float[] xy) {

    public float x(int point) {
        return xy[2 * point];
    }

    public float y(int point) {
        return xy[2 * point + 1];
    }
}
