package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.settings.DataFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// `--measure-start`: the window, from the start of the process until its first field takes a key. `--train`, which the
/// packaging runs so that the cache of classes holds what a start and a first look at people need, goes on from there.
public final class RunMeasure {

    private static final int FAILED = 1;

    /// Frames that the second screen is shown in training, about a second.
    private static final int LOOK = 60;

    /// Its place in the rail.
    private static final int PEOPLE = 1;

    private final Terminal terminal;
    private final boolean training;
    private final AtomicBoolean typed = new AtomicBoolean();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final CompletableFuture<Desktop> ready = new CompletableFuture<>();

    private RunMeasure(Terminal terminal, boolean training) {
        this.terminal = terminal;
        this.training = training;
    }

    /// @return 0 when a field took a key
    public static int start(Arguments arguments, Terminal terminal) {
        return new RunMeasure(terminal, false).run(arguments);
    }

    /// @return 0 when a field took a key and people were seen
    public static int train(Arguments arguments, Terminal terminal) {
        return new RunMeasure(terminal, true).run(arguments);
    }

    private int run(Arguments arguments) {
        if (Display.whyNoWindow().isPresent()) {
            Display.headless();
        }
        Desktop.run(
                arguments.data().orElseGet(DataFolder::usual),
                arguments.lockingFiles(),
                this::watch,
                (desktop, _) -> ready.complete(desktop),
                (stage, problem) -> {
                    terminal.line(problem.code());
                    stage.hide();
                });
        return typed.get() ? 0 : FAILED;
    }

    /// From the moment on that a field has the focus: it takes a key before everything behind it is made. Nothing is
    /// drawn for the sake of watching before that.
    private void watch(Stage stage) {
        stage.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> {
                    if (owner instanceof TextInputControl && watching.compareAndSet(false, true)) {
                        each(_ -> look(stage));
                    }
                });
            }
        });
    }

    private boolean look(Stage stage) {
        if (!typed.get() && stage.getScene().getFocusOwner() instanceof TextInputControl field && takes(field)) {
            typed.set(true);
            tell();
            field.clear();
        }
        if (!typed.get() || !ready.isDone()) {
            return true;
        }
        if (training) {
            train(ready.join());
        } else {
            stage.hide();
        }
        return false;
    }

    private static boolean takes(TextInputControl field) {
        int before = field.getLength();
        field.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "a", "a", KeyCode.UNDEFINED, false, false, false, false));
        return field.getLength() == before + 1;
    }

    /// Wall and processor time of the whole process, in milliseconds.
    private void tell() {
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

    /// Classes that are in the cache are linked at every start, whether it needs them or not. So what reception opens
    /// most is in it, and what others open now and then is not.
    private void train(Desktop desktop) {
        desktop.shell().ifPresent(shell -> shell.open(shell.screens().get(PEOPLE)));
        each(frame -> {
            if (frame < LOOK) {
                return true;
            }
            desktop.stage().hide();
            return false;
        });
    }

    /// What is done once a frame, until it says that it is done.
    private interface Frame {
        boolean go(int number);
    }

    private static void each(Frame frame) {
        new AnimationTimer() {
            private int number;

            @Override
            public void handle(long now) {
                if (!frame.go(number++)) {
                    stop();
                }
            }
        }.start();
        // Nothing may have changed since the last picture, and then no frame would come.
        Platform.requestNextPulse();
    }
}
