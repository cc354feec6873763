package io.vestibule.ui.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Position and size of the window, saved to be restored.
///
/// @param x left edge on the virtual desktop, in points; NaN to centre it
/// @param y top edge; NaN to centre it
public record WindowBounds(double x, double y, double width, double height, boolean maximised) {

    /// For the first start.
    public static final WindowBounds DEFAULT = new WindowBounds(Double.NaN, Double.NaN, 1280, 800, false);

    private static final int PARTS = 5;
    private static final double MOST = 100_000;

    /// @param text as written by [#text]
    /// @return empty for anything else
    public static Optional<WindowBounds> of(String text) {
        var parts = text.split(" ", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            var place = new WindowBounds(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Boolean.parseBoolean(parts[4]));
            return place.width() > 0 && place.width() < MOST && place.height() > 0 && place.height() < MOST
                    ? Optional.of(place)
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// These bounds, moved and made smaller so that the whole window is on the screen.
    ///
    /// @param screen the visible part of the screen, without task bars
    public WindowBounds within(Rectangle2D screen) {
        double wide = Math.min(width, screen.getWidth());
        double high = Math.min(height, screen.getHeight());
        boolean centred = Double.isNaN(x) || Double.isNaN(y);
        double left = centred ? screen.getMinX() + (screen.getWidth() - wide) / 2 : x;
        double top = centred ? screen.getMinY() + (screen.getHeight() - high) / 2 : y;
        return new WindowBounds(
                Math.clamp(left, screen.getMinX(), screen.getMaxX() - wide),
                Math.clamp(top, screen.getMinY(), screen.getMaxY() - high),
                wide,
                high,
                maximised);
    }

    /// For the settings file: the five values, separated by spaces.
    public String text() {
        return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %b", x, y, width, height, maximised);
    }
}
