package io.vestibule.app.tour;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Screenshots of the window during the tour: each one in the usual size and light theme, and for closer review also
/// small and dark, and large and light. The headless screen has 1000 x 1000 pixels, so the window keeps its size, and
/// only its content is laid out as in a window of the wanted size.
final class ScreenshotSeries {

    /// Frames to wait until pictures and rows from background work are on the screen.
    private static final int SETTLED = 45;

    /// @param suffix of the file name
    private record Look(String suffix, double width, double height, Theme.Choice theme) {}

    private static final Look USUAL = new Look("", 1280, 800, Theme.Choice.LIGHT);
    private static final List<Look> OTHERS = List.of(
            new Look("-1000x700-dark", 1000, 700, Theme.Choice.DARK),
            new Look("-1600x1000-light", 1600, 1000, Theme.Choice.LIGHT));

    private final Desktop desktop;
    private final Path folder;
    private final List<String> taken = new ArrayList<>();

    ScreenshotSeries(Desktop desktop, Path folder) {
        this.desktop = desktop;
        this.folder = folder;
    }

    /// Takes screenshots of the current window in every look.
    ///
    /// @param name of the file, without extension
    void capture(String name) throws IOException {
        UiDriver.waitFrames(SETTLED);
        for (var look : OTHERS) {
            capture(name, look);
        }
        capture(name, USUAL);
    }

    /// File names in the folder, in the order of the tour.
    List<String> taken() {
        return taken;
    }

    private void capture(String name, Look look) throws IOException {
        var root = desktop.scene().getRoot();
        UiDriver.runOnFxThread(() -> {
            desktop.screenContext().theme().choiceProperty().set(look.theme());
            root.resize(look.width(), look.height());
        });
        UiDriver.waitFrames(4);
        var file = name + look.suffix() + ".png";
        Snapshot.write(UiDriver.callOnFxThread(() -> Snapshot.of(root)), folder.resolve(file));
        taken.add(file);
    }
}
