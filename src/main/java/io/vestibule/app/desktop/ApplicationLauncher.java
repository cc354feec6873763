package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.settings.MachineFolder;
import io.vestibule.settings.SettingsException;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.support.LogFiles;
import io.vestibule.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the data folder before there is a window, since its settings decide how the window looks, and closes it
/// after the window is closed.
public final class ApplicationLauncher implements AutoCloseable {

    private final AtomicReference<@Nullable Application> application = new AtomicReference<>();
    private final AtomicReference<@Nullable LogFiles> log = new AtomicReference<>();
    private final AtomicReference<@Nullable Desktop> desktop = new AtomicReference<>();

    private final Function<Path, Application> opener;
    private @Nullable FutureTask<Application> openTask;
    private @Nullable Thread openThread;

    /// With the settings files of this machine.
    public ApplicationLauncher() {
        this(List.of(MachineFolder.settings()));
    }

    /// @param lockingFiles files of settings that cannot be changed
    public ApplicationLauncher(List<Path> lockingFiles) {
        this(data -> Application.open(data, lockingFiles));
    }

    /// @param opener opens the application on a data folder
    public ApplicationLauncher(Function<Path, Application> opener) {
        this.opener = opener;
    }

    /// Opens the folder and the database on a background thread, so that a call before JavaFX starts runs in parallel
    /// to that. Call once only, and never after [#start].
    public void openInBackground(Path data) {
        var task = new FutureTask<>(() -> openApplication(data));
        openTask = task;
        openThread = Thread.ofVirtual().name("opening").start(() -> {
            task.run();
            openDatabase();
        });
    }

    private Application openApplication(Path data) {
        var opened = opener.apply(data);
        application.set(opened);
        var settings = opened.storage().settings();
        log.set(LogFiles.start(
                opened.storage().folder().path(), opened.storage().clock().instant(), settings.get(AppKeys.LOG)));
        return opened;
    }

    private void openDatabase() {
        var opened = application.get();
        if (opened != null) {
            try {
                var _ = opened.storage().database();
            } catch (RuntimeException _) {
                // The next caller that needs the database tries again, and reports the failure.
            }
        }
    }

    /// FX thread. Opens the folder now if [#openInBackground] was not called before.
    ///
    /// @param ready called when the first run is shown, or when every screen can be opened
    /// @param failed called with the reason why the folder cannot be opened; the window shows it too
    public void start(Stage stage, Path data, Consumer<Desktop> ready, Consumer<Problem> failed) {
        if (openTask == null) {
            openInBackground(data);
        }
        var task = Objects.requireNonNull(openTask);
        var screenContext = ScreenContext.of(() -> stage, Theme.Choice.SYSTEM);
        screenContext
                .work()
                .runUnlisted(
                        () -> openedApplication(task),
                        opened -> {
                            var created = Desktop.create(
                                    stage,
                                    localised(stage, screenContext, opened),
                                    opened,
                                    other -> reopen(stage, other, ready, failed));
                            desktop.set(created);
                            created.open(opened, ready, failed);
                        },
                        problem -> {
                            desktop.set(Desktop.failed(
                                    stage,
                                    screenContext,
                                    problem,
                                    () -> reopen(stage, data, ready, failed),
                                    other -> reopen(stage, other, ready, failed)));
                            failed.accept(problem);
                        });
    }

    /// Closes the folder that could not be used, and opens another one in the same window. FX thread.
    private void reopen(Stage stage, Path data, Consumer<Desktop> ready, Consumer<Problem> failed) {
        openTask = null;
        Thread.ofPlatform().name("reopening").start(() -> {
            close();
            application.set(null);
            desktop.set(null);
            Platform.runLater(() -> start(stage, data, ready, failed));
        });
    }

    private static Application openedApplication(FutureTask<Application> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }

    /// The screen context as it is, or a new one in the language that the settings choose.
    private static ScreenContext localised(Stage stage, ScreenContext screenContext, Application opened) {
        var locale = opened.storage().settings().get(AppKeys.LANGUAGE).locale();
        if (locale.equals(screenContext.strings().locale())) {
            return screenContext;
        }
        Locale.setDefault(locale);
        return ScreenContext.of(() -> stage, Theme.Choice.SYSTEM);
    }

    /// The application; null until it is open.
    public @Nullable Application application() {
        return application.get();
    }

    /// An application that is still being opened cannot be closed.
    private void awaitBegun() {
        var thread = openThread;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Saves the window's bounds, and closes the application. Blocks; not for the FX thread.
    @Override
    public void close() {
        awaitBegun();
        var open = application.get();
        if (open == null) {
            return;
        }
        var shown = desktop.get();
        if (shown != null) {
            shown.screenContext().work().stop();
        }
        try (open) {
            if (shown != null && !open.storage().settings().isLocked(AppKeys.WINDOW)) {
                open.storage().settings().set(AppKeys.WINDOW, shown.bounds().text());
            }
        } catch (SettingsException _) {
            // The window opens in the centre next time; nothing else is lost.
        }
        var files = log.getAndSet(null);
        if (files != null) {
            files.close();
        }
    }
}
