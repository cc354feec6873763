package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A test in the real window of the program, which [#open] opens on a data folder that the test has made.
public abstract class ProgramWindow extends FxTest {

    private static final Path SHOTS = Path.of(System.getProperty("vestibule.shots", "target/shots"));

    @TempDir
    protected Path folder;

    protected final Stage window = onFx(Stage::new);

    @SuppressWarnings("NullAway.Init") // by open
    protected Desktop desktop;

    @SuppressWarnings("NullAway.Init") // by open
    protected Application application;

    private final Locale locale = Locale.getDefault();
    private @Nullable ApplicationLauncher launcher;

    /// Opens the window and waits until every screen can be opened.
    protected final void open(Path data) throws Exception {
        open(data, new ApplicationLauncher());
    }

    /// The same, for an application that is opened in a way of its own.
    protected final void open(Path data, ApplicationLauncher with) throws Exception {
        launcher = with;
        var opened = new CompletableFuture<Desktop>();
        doOnFx(() -> with.start(
                window,
                data,
                opened::complete,
                problem -> opened.completeExceptionally(new AssertionError(problem.code()))));
        desktop = opened.get(60, TimeUnit.SECONDS);
        application = Objects.requireNonNull(with.application());
    }

    @AfterEach
    final void closeWindow() {
        doOnFx(window::hide);
        if (launcher != null) {
            launcher.close();
        }
        Locale.setDefault(locale);
    }

    protected final Node focus() {
        return window.getScene().getFocusOwner();
    }

    /// Writes a picture of the window.
    protected final void shoot(String name) {
        var image = onFx(() -> Snapshot.of(window.getScene()));
        try {
            Snapshot.write(image, SHOTS.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
