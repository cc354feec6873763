package io.vestibule.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds texts whose contrast to what is behind them is below WCAG 2.2, 1.4.3 (4.5, or 3 for large text), and controls
/// that are smaller than 2.5.8 asks for (24 x 24). FX thread.
public final class ReadabilityFaults {

    private static final double LEAST_CONTRAST = 4.5;
    private static final double LEAST_CONTRAST_LARGE = 3;

    /// 18 points, or 14 points in bold: 24 and 18.66 pixels.
    private static final double LARGE = 24;

    private static final double LARGE_BOLD = 18.66;
    private static final double LEAST_TARGET = 24;

    private final List<String> faults = new ArrayList<>();

    private ReadabilityFaults() {}

    /// One line for each fault; empty if there is none.
    ///
    /// @param base the colour behind everything
    public static List<String> of(Parent root, Color base) {
        var search = new ReadabilityFaults();
        search.walk(root, base);
        return search.faults.stream().distinct().toList();
    }

    private void walk(Node node, Color behind) {
        // Controls that cannot be used are exempt.
        if (!node.isVisible() || node.getOpacity() < 1 || node.isDisabled()) {
            return;
        }
        Color here = behind;
        if (node instanceof Region region && region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                here = fill.getFill() instanceof Color color ? over(color, here) : here;
            }
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color color) {
            checkContrast(text, over(color, here), here);
        }
        if (node instanceof Control control
                && !(control instanceof ScrollBar)
                && control.isFocusTraversable()
                && (control.getWidth() < LEAST_TARGET || control.getHeight() < LEAST_TARGET)) {
            faults.add("small: " + control.getWidth() + " x " + control.getHeight() + " " + control);
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                walk(child, here);
            }
        }
    }

    private void checkContrast(Text text, Color ink, Color paper) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().contains("Bold");
        // Icons need what large texts need (1.4.11).
        boolean large = text instanceof FontIcon || size >= LARGE || (bold && size >= LARGE_BOLD);
        double contrast = contrast(ink, paper);
        if (contrast < (large ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "contrast %.2f of %s on %s: \"%s\" %s",
                    contrast,
                    ink,
                    paper,
                    text.getText(),
                    text.getParent().getStyleClass()));
        }
    }

    private static Color over(Color top, Color below) {
        double alpha = top.getOpacity();
        return Color.color(
                top.getRed() * alpha + below.getRed() * (1 - alpha),
                top.getGreen() * alpha + below.getGreen() * (1 - alpha),
                top.getBlue() * alpha + below.getBlue() * (1 - alpha));
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /// Relative luminance as WCAG 2.2 defines it.
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
