package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.settings.DataFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// `--measure-start`: runs the window from the start of the process until its first field accepts a key, and on until
/// every screen can be opened. The packaging runs it so that the AOT class cache holds the classes that a start
/// needs, and no others: every class in the cache is linked at every start.
public final class RunMeasure {

    private static final int FAILED = 1;

    private final Terminal terminal;
    private final AtomicBoolean typed = new AtomicBoolean();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final AtomicBoolean ready = new AtomicBoolean();

    private RunMeasure(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @return 0 when a field accepted a key
    public static int start(Arguments arguments, Terminal terminal) {
        return new RunMeasure(terminal).run(arguments);
    }

    private int run(Arguments arguments) {
        if (Display.windowUnavailableReason().isPresent()) {
            Display.useHeadlessPlatform();
        }
        Desktop.run(
                arguments.data().orElseGet(DataFolder::defaultPath),
                arguments.lockingFiles(),
                this::watch,
                () -> ready.set(true),
                (stage, problem) -> {
                    terminal.line(problem.code());
                    stage.hide();
                });
        return typed.get() ? 0 : FAILED;
    }

    /// Starts measuring when a field gets the focus: it accepts keys before everything behind it is created. No extra
    /// frame is drawn for the measurement before that.
    private void watch(Stage stage) {
        stage.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> {
                    if (owner instanceof TextInputControl && watching.compareAndSet(false, true)) {
                        watchFrames(stage);
                    }
                });
            }
        });
    }

    private boolean look(Stage stage) {
        if (!typed.get() && stage.getScene().getFocusOwner() instanceof TextInputControl field && takes(field)) {
            typed.set(true);
            printTimings();
            field.clear();
        }
        if (!typed.get() || !ready.get()) {
            return true;
        }
        stage.hide();
        return false;
    }

    private static boolean takes(TextInputControl field) {
        int before = field.getLength();
        field.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "a", "a", KeyCode.UNDEFINED, false, false, false, false));
        return field.getLength() == before + 1;
    }

    /// Wall-clock and processor time of the whole process, in milliseconds.
    private void printTimings() {
        var process = ProcessHandle.current().info();
        var wall = process.startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        var processor = process.totalCpuDuration().orElse(Duration.ZERO);
        terminal.line(String.format(
                Locale.ROOT,
                "The first field took a key after %d ms, and %d ms of processor time.",
                wall.toMillis(),
                processor.toMillis()));
    }

    /// Polls once per frame until there is nothing more to measure.
    private void watchFrames(Stage stage) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (!look(stage)) {
                    stop();
                }
            }
        }.start();
        // If nothing changed since the last frame, JavaFX would not render another one.
        Platform.requestNextPulse();
    }
}
