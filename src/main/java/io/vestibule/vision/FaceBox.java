package io.vestibule.vision;

/// Bounding box of a face, in pixels of the picture; may extend beyond its edges.
///
/// @param x left edge
/// @param y top edge
/// @param width above 0
/// @param height above 0
/// @param score confidence of the detector, 0..1
public record FaceBox(float x, float y, float width, float height, float score) {

    public FaceBox {
        if (!(width > 0 && height > 0) || !Float.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException("No box: " + x + ", " + y + ", " + width + " x " + height);
        }
    }

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
