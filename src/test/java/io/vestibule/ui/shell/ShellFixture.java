package io.vestibule.ui.shell;

import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.Command;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.Gallery;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.Overlay;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// A shell with three simple screens.
final class ShellFixture {

    final Strings strings = Strings.strict("ui");
    final FxTaskRunner work = new FxTaskRunner(_ -> Optional.empty());
    final BannerSlot banners = new BannerSlot(strings);
    final Overlay overlay = new Overlay(strings);
    final SimpleIntegerProperty waiting = new SimpleIntegerProperty(2);
    final ObjectProperty<ConnectionMode> mode = new SimpleObjectProperty<>(new ConnectionMode(
            ConnectionMode.Kind.EMBEDDED,
            "Embedded engine · Acme collection",
            "Faces are found and kept on this computer. Nothing leaves it."));
    final CountDownLatch enough = new CountDownLatch(1);
    final Shell shell;

    ShellFixture() {
        List<ScreenEntry> screens = List.of(
                new ScreenEntry(
                        "enrol", "Enrol", "mdi2a-account-plus-outline", ScreenEntry.Place.TOP, () -> empty("enrol")),
                new ScreenEntry(
                        "people",
                        "People",
                        "mdi2a-account-group-outline",
                        ScreenEntry.Place.TOP,
                        () -> new Gallery(strings),
                        waiting),
                new ScreenEntry(
                        "settings", "Settings", "mdi2c-cog-outline", ScreenEntry.Place.FOOT, () -> empty("settings")));
        StatusBar statusBar = new StatusBar(
                strings,
                mode,
                work.runningTasks(),
                new SimpleStringProperty("Reception"),
                FXCollections.observableArrayList(new MenuItem("Change operator")));
        shell = new Shell(strings, screens, banners, overlay);
        shell.showNavigation(statusBar);
    }

    /// Starts a task that stays at three of five until `enough` is counted down.
    BackgroundTask busy() {
        return work.run(
                "Indexing 5 photos",
                progressListener -> {
                    progressListener.onProgress(3, 5);
                    enough.await();
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    static ScreenView empty(String what) {
        EmptyPane pane = new EmptyPane(
                "mdi2a-account-group-outline",
                "Nothing here yet",
                "This is the screen " + what + ".",
                new Command("First step", "mdi2p-plus", () -> {}));
        return new ScreenView() {
            @Override
            public Node node() {
                return pane;
            }

            @Override
            public Node initialFocus() {
                return pane;
            }
        };
    }
}
