package io.vestibule.app.command.selfcheck;

import io.vestibule.ui.Theme;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.PixelReader;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Checks that JavaFX starts and draws text, icons and the theme, without a display.
public final class ScreenCheck {

    private static final int TIMEOUT = 60; // seconds for JavaFX to start on a slow machine

    private ScreenCheck() {}

    /// Starts JavaFX, which then runs until the process ends.
    public static String draw() throws ExecutionException, InterruptedException, TimeoutException {
        var drawn = new CompletableFuture<String>();
        Platform.startup(() -> {
            try {
                drawn.complete(onThread());
            } catch (RuntimeException | LinkageError e) {
                drawn.completeExceptionally(e);
            }
        });
        try {
            return drawn.get(TIMEOUT, TimeUnit.SECONDS);
        } finally {
            Platform.exit();
        }
    }

    private static String onThread() {
        var button = new Button("Vestibule", new FontIcon(MaterialDesignA.ACCOUNT));
        var scene = new Scene(button);
        new Theme(Theme.Choice.LIGHT).applyTo(scene);
        var picture = scene.snapshot(null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        if (plain(picture.getPixelReader(), width, height)) {
            throw new SelfCheckReport.CheckFailedException("What was drawn is one colour: no font was found");
        }
        return "a button of " + width + " x " + height + " px";
    }

    private static boolean plain(PixelReader pixels, int width, int height) {
        int inside = pixels.getArgb(width / 2, 2);
        for (int y = height / 4; y < height * 3 / 4; y++) {
            for (int x = width / 4; x < width * 3 / 4; x++) {
                if (pixels.getArgb(x, y) != inside) {
                    return false;
                }
            }
        }
        return true;
    }
}
