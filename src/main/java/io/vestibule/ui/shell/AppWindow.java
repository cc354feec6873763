package io.vestibule.ui.shell;

import io.vestibule.ui.CaretBlinkTimeout;
import io.vestibule.ui.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The main window: its size, its icon, and the restoring of its last bounds.
public final class AppWindow {

    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;
    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);

    private final Stage stage;
    private final Scene scene;
    private WindowBounds normal;

    /// @param remember receives the window's bounds when it closes
    public AppWindow(
            Stage stage, String title, Parent root, Theme theme, WindowBounds place, Consumer<WindowBounds> remember) {
        this.stage = stage;
        this.normal = place;
        this.scene =
                new Scene(new FitPane(root, LEAST_WIDTH, LEAST_HEIGHT, theme.zoom()), place.width(), place.height());
        theme.applyTo(scene);
        CaretBlinkTimeout.install(scene, CaretBlinkTimeout.USUAL);
        stage.setTitle(title);
        stage.setScene(scene);
        restore(place);
        stage.xProperty().subscribe(_ -> note());
        stage.yProperty().subscribe(_ -> note());
        stage.widthProperty().subscribe(_ -> note());
        stage.heightProperty().subscribe(_ -> note());
        stage.setOnHiding(_ -> remember.accept(bounds()));
    }

    public Scene scene() {
        return scene;
    }

    public void show() {
        stage.show();
    }

    /// Sets the window's icons for the task bar. Not before the window is usable: seven files are read.
    public void showIcons() {
        stage.getIcons().setAll(ICONS.stream().map(AppWindow::icon).toList());
    }

    /// The size the window has when it is not maximised, and whether it is.
    WindowBounds bounds() {
        return new WindowBounds(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized());
    }

    private void restore(WindowBounds place) {
        Screen screen = Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary);
        Rectangle2D visible = screen.getVisualBounds();
        WindowBounds fitting = new WindowBounds(
                        place.x(),
                        place.y(),
                        Math.max(LEAST_WIDTH, place.width()),
                        Math.max(LEAST_HEIGHT, place.height()),
                        place.maximised())
                .within(visible);
        stage.setMinWidth(Math.min(LEAST_WIDTH, visible.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, visible.getHeight()));
        stage.setWidth(fitting.width());
        stage.setHeight(fitting.height());
        stage.setX(fitting.x());
        stage.setY(fitting.y());
        stage.setMaximized(place.maximised());
    }

    private void note() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            normal = new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    private static Image icon(int size) {
        String file = "/assets/icons/vestibule-" + size + ".png";
        try (InputStream in = AppWindow.class.getResourceAsStream(file)) {
            return new Image(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
