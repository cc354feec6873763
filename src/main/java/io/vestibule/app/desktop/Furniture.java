package io.vestibule.app.desktop;

import io.vestibule.ui.FilePick;
import io.vestibule.ui.FxWork;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.WindowFilePick;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.BannerSlot;
import io.vestibule.ui.control.Overlay;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.Window;

/// What every screen is given: words, background work, choosers, banners, and the card above everything.
public record Furniture(Strings strings, Theme theme, Work work, FilePick files, BannerSlot banners, Overlay overlay) {

    /// Rooms that have words.
    public static final List<String> ROOMS = List.of(
            "ui",
            "app",
            "setup",
            "capture",
            "enrol",
            "people",
            "rules",
            "check",
            "photo",
            "camera",
            "inspect",
            "vision",
            "journal",
            "cloud",
            "audit",
            "settings",
            "store",
            "vms");

    /// @param window over which choosers open
    public static Furniture of(Supplier<Window> window, Theme.Choice theme) {
        var strings = Strings.load(Locale.getDefault(), ROOMS);
        return new Furniture(
                strings,
                new Theme(theme),
                new FxWork(KnownProblems::of),
                new WindowFilePick(window),
                new BannerSlot(strings),
                new Overlay(strings));
    }
}
