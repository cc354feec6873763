package io.vestibule.bench;

import io.vestibule.app.desktop.ApplicationLauncher;
import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.FileTree;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.TurningHead;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.ui.control.State;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Duration of one enrolment with a recorded sequence of five poses, from Ctrl+N to ACTIVE in the embedded
/// collection: a name, four key presses (Ctrl+N, Enter, Space for consent, Enter to save), everything else automatic.
/// A separate process, on the headless platform; prints milliseconds of wall-clock time, after models and screens are
/// warmed up.
public final class LiveEnrolment {

    private static final int PHOTOS = 5;

    private LiveEnrolment() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var folder = Files.createTempDirectory("vestibule-bench");
        try {
            measure(folder);
        } finally {
            FileTree.delete(folder);
        }
        System.exit(0);
    }

    private static void measure(Path folder) throws Exception {
        try (var application = TestApplication.furnished(folder.resolve("data"))) {
            var settings = application.storage().settings();
            settings.set(CameraKeys.SOURCE, CameraSource.FOLDER);
            settings.set(
                    CameraKeys.FOLDER,
                    TurningHead.into(folder.resolve("pictures")).toString());
            settings.set(CaptureKeys.PLAN, CapturePlan.FULL);
        }
        try (var applicationLauncher = new ApplicationLauncher()) {
            var opened = new CompletableFuture<Desktop>();
            Platform.startup(() -> applicationLauncher.start(
                    new Stage(),
                    folder.resolve("data"),
                    opened::complete,
                    problem -> opened.completeExceptionally(new IllegalStateException(problem.code()))));
            var desktop = opened.get(1, TimeUnit.MINUTES);
            Objects.requireNonNull(applicationLauncher.application()).engine().warmUp();
            EnrolModel model = FxThread.on(() -> desktop.screens().orElseThrow().enrolModel());
            var robot = FxThread.on(Robot::new);
            FxThread.until(() -> focus(desktop) instanceof TextField);
            long began = System.nanoTime();
            press(robot, KeyCode.CONTROL, KeyCode.N);
            FxThread.on(() -> {
                ((TextField) focus(desktop)).setText("Ana Mueller");
                return true;
            });
            press(robot, KeyCode.ENTER);
            FxThread.until(() -> focus(desktop) instanceof ToggleButton);
            press(robot, KeyCode.SPACE);
            FxThread.until(() -> model.photos().tiles().size() == PHOTOS
                    && model.photos().tiles().stream()
                            .noneMatch(tile -> tile.state().get() == State.RUNNING));
            press(robot, KeyCode.ENTER);
            FxThread.until(() -> !model.recentEnrolments().people().isEmpty()
                    && model.recentEnrolments().people().getFirst().state().get() == State.DONE);
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println((System.nanoTime() - began) / 1e6);
        }
    }

    private static Node focus(Desktop desktop) {
        return desktop.scene().getFocusOwner();
    }

    private static void press(Robot robot, KeyCode... keys) throws Exception {
        FxThread.on(() -> {
            for (var key : keys) {
                robot.keyPress(key);
            }
            for (var key : keys) {
                robot.keyRelease(key);
            }
            return true;
        });
    }
}
