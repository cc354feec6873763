package io.vestibule.vision;

/// Where a face is, in pixels of the picture; may reach beyond its edges.
///
/// @param x left edge
/// @param y top edge
/// @param width above 0
/// @param height above 0
/// @param score how sure the detector is, 0..1
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
