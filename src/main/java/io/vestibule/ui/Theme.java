package io.vestibule.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark theme, switched at run time. The colours are those of AtlantaFX Primer; `app.css` on top sets fonts,
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

    /// Adds the program's style sheet to a scene. Popups of the scene inherit it.
    public void applyTo(Scene scene) {
        scene.getStylesheets()
                .setAll(Objects.requireNonNull(Theme.class.getResource("app.css"))
                        .toExternalForm());
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
