package io.vestibule.vision;

/// Where a face is, in pixels of the picture; may reach beyond its edges.
///
/// @param x left edge
/// @param y top edge
/// @param score how sure the detector is, 0..1
public record FaceBox(float x, float y, float width, float height, float score) {

    public float area() {
        return width * height;
    }

    public float centreX() {
        return x + width / 2;
    }

    public float centreY() {
        return y + height / 2;
    }
}
