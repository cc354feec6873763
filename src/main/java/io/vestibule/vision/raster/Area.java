package io.vestibule.vision.raster;

import io.vestibule.photo.Pixels;

/// A rectangle in a picture, in pixels; (0, 0) is the outer corner of the first pixel. May extend beyond the edges.
public record Area(double left, double top, double right, double bottom) {

    public static Area whole(Pixels pixels) {
        return new Area(0, 0, pixels.width(), pixels.height());
    }

    public static Area square(double centreX, double centreY, double side) {
        double half = side / 2;
        return new Area(centreX - half, centreY - half, centreX + half, centreY + half);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    /// The part of this inside the picture; where there is none, the nearest pixel of the picture.
    public Area within(Pixels pixels) {
        double newLeft = Math.clamp(left, 0, pixels.width() - 1);
        double newTop = Math.clamp(top, 0, pixels.height() - 1);
        return new Area(
                newLeft,
                newTop,
                Math.clamp(right, newLeft + 1, pixels.width()),
                Math.clamp(bottom, newTop + 1, pixels.height()));
    }
}
