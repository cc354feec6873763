package io.vestibule.app.desktop;

import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.NativeFilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Overlay;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.Window;

/// What every screen needs: texts, background work, file choosers, banners, and the overlay for cards.
public record ScreenContext(
        Strings strings, Theme theme, TaskRunner work, FilePicker files, BannerSlot banners, Overlay overlay) {

    /// Packages that have a text bundle.
    public static final List<String> BUNDLES = List.of(
            "ui",
            "app",
            "setup",
            "capture",
            "enrol",
            "bulk",
            "people",
            "rules",
            "check",
            "photo",
            "camera",
            "clip",
            "inspect",
            "doctor",
            "vision",
            "journal",
            "privacy",
            "cloud",
            "audit",
            "settings",
            "store",
            "vms");

    /// @param window the owner of the file choosers
    public static ScreenContext of(Supplier<Window> window, Theme.Choice theme) {
        var strings = Strings.load(Locale.getDefault(), BUNDLES);
        return new ScreenContext(
                strings,
                new Theme(theme),
                new FxTaskRunner(ProblemMapper::problemOf),
                new NativeFilePicker(window, strings.text("ui.all-files")),
                new BannerSlot(strings),
                new Overlay(strings));
    }
}
