package io.vestibule.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A minimal JavaFX program with one field: the baseline of [StartBenchmark]. Prints, as the program does, wall-clock
/// and processor time in milliseconds until the field accepted a key.
public final class HelloWindow {

    private HelloWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            var field = new TextField();
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(new Label("Name"), field), 1000, 700));
            stage.show();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (field.isFocused()) {
                        stop();
                        field.fireEvent(new KeyEvent(
                                KeyEvent.KEY_TYPED, "a", "a", KeyCode.UNDEFINED, false, false, false, false));
                        tell(field.getLength() == 1);
                        Platform.exit();
                    }
                }
            }.start();
        });
    }

    private static void tell(boolean took) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var process = ProcessHandle.current().info();
        var wall = Duration.between(process.startInstant().orElseThrow(), Instant.now());
        out.println(
                took
                        ? "The first field took a key after " + wall.toMillis() + " ms, and "
                                + process.totalCpuDuration().orElseThrow().toMillis() + " ms of processor time."
                        : "The field took no key.");
    }
}
