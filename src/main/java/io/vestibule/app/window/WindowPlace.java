package io.vestibule.app.window;

/// Where the window was and how large, to be found so again.
///
/// @param x left edge on the virtual desktop, in points; NaN to centre it
/// @param y top edge; NaN to centre it
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {

    /// For the first start.
    public static final WindowPlace DEFAULT = new WindowPlace(Double.NaN, Double.NaN, 1280, 800, false);
}
