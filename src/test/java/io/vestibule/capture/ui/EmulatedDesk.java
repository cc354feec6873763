package io.vestibule.capture.ui;

import io.vestibule.app.desktop.ApplicationLauncher;
import io.vestibule.app.wiring.Application;
import io.vestibule.camera.EmulatedCamera;
import io.vestibule.local.engine.EngineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The program in its window with the emulated webcam, for manual tests. Arguments: the data folder, a folder for the
/// emulation, and the JPEG that the webcam shows; files in the second folder control it, as `emulated.c` documents.
/// Not a test.
public final class EmulatedDesk {

    private EmulatedDesk() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[1]));
        var device = EmulatedCamera.in(folder, "video0");
        Files.write(folder.resolve("video0.jpg"), Files.readAllBytes(Path.of(args[2])));
        var applicationLauncher = new ApplicationLauncher(
                data -> Application.open(data, Clock.systemUTC(), EngineSettings.DEFAULT, device.driver()));
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            applicationLauncher.start(stage, Path.of(args[0]), _ -> {}, _ -> {});
        });
        closed.await();
        Platform.exit();
        applicationLauncher.close();
        System.exit(0);
    }
}
