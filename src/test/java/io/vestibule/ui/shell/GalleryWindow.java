package io.vestibule.ui.shell;

import io.vestibule.ui.Theme;
import javafx.application.Application;
import javafx.stage.Stage;

/// The controls in a real window, for manual tests: run `GalleryWindow.Start` from the IDE, with `dark` as argument
/// for the dark theme.
public final class GalleryWindow extends Application {

    @Override
    public void start(Stage stage) {
        Theme theme = new Theme(getParameters().getRaw().contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        ShellFixture fixture = new ShellFixture();
        AppWindow window =
                new AppWindow(stage, "Vestibule controls", fixture.shell.root(), theme, WindowBounds.DEFAULT, _ -> {});
        new GlobalShortcuts(fixture.shell, () -> fixture.shell.open("enrol")).install(window.scene());
        fixture.shell.open("people");
        fixture.busy();
        window.show();
    }

    /// Not an `Application` itself, so that JavaFX may come from the class path.
    static final class Start {

        private Start() {}

        public static void main(String[] args) {
            Application.launch(GalleryWindow.class, args);
        }
    }
}
