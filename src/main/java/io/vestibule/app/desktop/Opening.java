package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
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
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Takes the data folder before there is a window, since the folder tells how the window looks, and gives it back after
/// the window has gone.
public final class Opening implements AutoCloseable {

    private final AtomicReference<@Nullable House> house = new AtomicReference<>();
    private final AtomicReference<@Nullable LogFiles> log = new AtomicReference<>();
    private final AtomicReference<@Nullable Desktop> desktop = new AtomicReference<>();

    private final Function<Path, House> opener;
    private @Nullable FutureTask<House> taking;
    private @Nullable Thread ahead;

    /// With the settings of this machine.
    public Opening() {
        this(List.of(MachineFolder.settings()));
    }

    /// @param lockingFiles settings that cannot be changed
    public Opening(List<Path> lockingFiles) {
        this(data -> House.open(data, lockingFiles));
    }

    /// @param opener opens the house on a data folder
    public Opening(Function<Path, House> opener) {
        this.opener = opener;
    }

    /// Takes the folder and opens the database, on a thread of its own: done before JavaFX starts, it takes place
    /// meanwhile. Once only, and never after [#start].
    public void begin(Path data) {
        var task = new FutureTask<>(() -> take(data));
        taking = task;
        ahead = Thread.ofVirtual().name("opening").start(() -> {
            task.run();
            openDatabase();
        });
    }

    private House take(Path data) {
        var opened = opener.apply(data);
        house.set(opened);
        var settings = opened.cellar().settings();
        log.set(LogFiles.begin(
                opened.cellar().folder().path(), opened.cellar().clock().instant(), settings.get(AppKeys.LOG)));
        return opened;
    }

    private void openDatabase() {
        var opened = house.get();
        if (opened != null) {
            try {
                var _ = opened.cellar().database();
            } catch (RuntimeException _) {
                // Whoever needs it tries again, and tells.
            }
        }
    }

    /// FX thread. Takes the folder now if that was not begun before.
    ///
    /// @param ready told when the first run is shown, or every screen can be
    /// @param failed told why the folder cannot be opened; the window says so too
    public void start(Stage stage, Path data, Consumer<Desktop> ready, Consumer<Problem> failed) {
        if (taking == null) {
            begin(data);
        }
        var task = Objects.requireNonNull(taking);
        var furniture = Furniture.of(() -> stage, Theme.Choice.SYSTEM);
        furniture
                .work()
                .quietly(
                        () -> taken(task),
                        opened -> {
                            var made = Desktop.on(stage, spoken(stage, furniture, opened), opened);
                            desktop.set(made);
                            made.open(opened, ready, failed);
                        },
                        problem -> {
                            desktop.set(Desktop.failed(stage, furniture, problem));
                            failed.accept(problem);
                        });
    }

    private static House taken(FutureTask<House> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }

    /// The furniture as it is, or in the language that was chosen.
    private static Furniture spoken(Stage stage, Furniture furniture, House opened) {
        var locale = opened.cellar().settings().get(AppKeys.LANGUAGE).locale();
        if (locale.equals(furniture.strings().locale())) {
            return furniture;
        }
        Locale.setDefault(locale);
        return Furniture.of(() -> stage, Theme.Choice.SYSTEM);
    }

    /// The house, once it was opened.
    public @Nullable House house() {
        return house.get();
    }

    /// What is still being opened cannot be closed.
    private void awaitBegun() {
        var thread = ahead;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Keeps where the window was, and closes the house. Blocks; not for the FX thread.
    @Override
    public void close() {
        awaitBegun();
        var open = house.get();
        if (open == null) {
            return;
        }
        var shown = desktop.get();
        if (shown != null) {
            shown.furniture().work().stop();
        }
        try (open) {
            if (shown != null && !open.cellar().settings().isLocked(AppKeys.WINDOW)) {
                open.cellar().settings().set(AppKeys.WINDOW, shown.place().text());
            }
        } catch (SettingsException _) {
            // The window opens in the middle next time; nothing else is lost.
        }
        var files = log.getAndSet(null);
        if (files != null) {
            files.close();
        }
    }
}
