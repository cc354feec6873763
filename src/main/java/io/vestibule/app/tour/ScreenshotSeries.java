package io.vestibule.app.tour;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pictures of the window as the tour goes along: each at the usual size in light, and for looking closely also small
/// and dark, and large and light. The headless screen has 1000 x 1000 pixels, so the window stays as it is, and its
/// content alone is laid out as it would be in a window of that size.
final class ScreenshotSeries {

    /// Frames after which pictures and rows that come from the background are on the screen.
    private static final int SETTLED = 45;

    /// @param suffix of the file's name
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

    /// Takes the window as it is now, in each look.
    ///
    /// @param name of the file, without its ending
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
