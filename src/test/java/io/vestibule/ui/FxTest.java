package io.vestibule.ui;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Base class of tests that click and type. Runs on JavaFX's own Headless platform, whose screen is 1000 x 1000;
/// wider pictures come from a scene without a window, see [#picture].
public abstract class FxTest extends FxRobot {

    /// Output folder of pictures: `-Dvestibule.shots=DIR`, else below `target`.
    private static final Path SHOTS = Path.of(System.getProperty("vestibule.shots", "target/shots"));

    private static Stage stage;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void startLight() {
        onFx(() -> new Theme(Theme.Choice.LIGHT));
    }

    @AfterEach
    void tidy() {
        WaitForAsyncUtils.waitForFxEvents();
        release(new KeyCode[0]);
        release(new MouseButton[0]);
        onFx(() -> {
            stage.hide();
            return true;
        });
    }

    /// Builds a scene on the FX thread and shows it, at most 1000 x 1000.
    protected final Scene show(double width, double height, Supplier<? extends Parent> root) {
        Scene shown = onFx(() -> {
            Scene scene = new Scene(root.get(), width, height);
            new Theme(Theme.Choice.LIGHT).applyTo(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return scene;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return shown;
    }

    protected final Stage stage() {
        return stage;
    }

    /// Runs on the FX thread and returns the result, or rethrows the exception.
    protected static <T> T onFx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    protected static void doOnFx(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until a condition holds, evaluated on the FX thread; fails after a minute.
    protected static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("waited a minute in vain", e);
        }
    }

    protected final Node focused() {
        return onFx(() -> stage.getScene().getFocusOwner());
    }

    /// Draws a scene of any size, in a theme, without a window.
    protected static Path picture(
            String name, double width, double height, Theme.Choice look, Supplier<? extends Parent> root)
            throws Exception {
        Scene scene = onFx(() -> {
            Theme theme = new Theme(look);
            Scene made = new Scene(root.get(), width, height);
            theme.applyTo(made);
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
        Image image = onFx(() -> Snapshot.of(scene));
        Path file = SHOTS.resolve(name + ".png");
        Snapshot.write(image, file);
        return file;
    }

    /// An event of the primary button at a place of the node, for what the robot cannot do on the headless screen.
    protected static void fireMouse(Node node, EventType<MouseEvent> type, double x, double y) {
        // Without a picked node, the coordinates of an event are those of the scene.
        var at = node.localToScene(x, y);
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }
}
