package io.vestibule.ui.control;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one icon pack in use, Material Design. Their colour and size come from the style sheet.
public final class Icon {

    private Icon() {}

    /// @param name for example `mdi2p-plus`
    /// @param styles style classes, for example `state-done`
    public static FontIcon of(String name, String... styles) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().addAll(styles);
        icon.setMouseTransparent(true);
        return icon;
    }
}
