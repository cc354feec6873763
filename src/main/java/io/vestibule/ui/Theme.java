package io.vestibule.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark theme and the text size, switched at run time. The colours are those of AtlantaFX Primer; `app.css` on
/// top sets fonts,
/// spacing and corners, and refers to colours only by their looked-up names. FX thread only.
public final class Theme {

    /// The user's choice.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-SemiBold.otf");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(this, "textSize", TextSize.SYSTEM);
    private final DoubleProperty systemTextScale = new SimpleDoubleProperty(this, "systemTextScale", 1);
    private final DoubleBinding zoom =
            Bindings.createDoubleBinding(() -> textSize.get().factor(systemTextScale.get()), textSize, systemTextScale);

    public Theme(Choice first) {
        FONTS.forEach(Theme::loadFont);
        choice.set(first);
        show();
        choice.addListener((_, _, _) -> show());
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> show());
    }

    /// May be set at any time; every window changes at once.
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public boolean isDark() {
        return switch (choice.get()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// May be set at any time, as the theme.
    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    /// The text size of the system, for those who chose to follow it; 1 is the usual one. See [SystemTextScale].
    public void setSystemTextScale(double scale) {
        systemTextScale.set(scale);
    }

    /// How many times larger than usual everything in a window is shown, 1 to 2.
    public ObservableDoubleValue zoom() {
        return zoom;
    }

    /// Adds the program's style sheet to a scene. Popups of the scene inherit it.
    public void applyTo(Scene scene) {
        setSheets(scene);
        zoom.subscribe(() -> setSheets(scene));
    }

    private void setSheets(Scene scene) {
        var sheets = new ArrayList<String>();
        sheets.add(Objects.requireNonNull(Theme.class.getResource("app.css")).toExternalForm());
        if (zoom.get() > 1) {
            sheets.add(popupSheet(zoom.get()));
        }
        scene.getStylesheets().setAll(sheets);
    }

    /// The content of a window is enlarged by a transform, which menus, lists and tooltips in windows of their own do
    /// not have: these get larger text and icons.
    private static String popupSheet(double zoom) {
        String css = ".root.popup { -fx-font-size: " + 14 * zoom + "px; } .tooltip { -fx-font-size: " + 12 * zoom
                + "px; } .root.popup .ikonli-font-icon { -fx-icon-size: " + 18 * zoom + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private void show() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static void loadFont(String file) {
        try (InputStream in = Theme.class.getResourceAsStream("/assets/fonts/" + file)) {
            Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(in, file), 14), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
