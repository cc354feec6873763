package io.vestibule.ui.shell;

import io.vestibule.ui.ScreenView;
import java.util.function.Supplier;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;

/// One entry of the rail.
///
/// @param id short and stable, for example `enrol`; used for navigation, and never shown
/// @param title in the rail and in the title row
/// @param icon name of a Material Design icon
/// @param place main screens are at the top of the rail, settings at its foot
/// @param view creates the screen when it is opened for the first time; the screen is reused afterwards
/// @param waiting number of open items there; 0 shows nothing
public record ScreenEntry(
        String id, String title, String icon, Place place, Supplier<ScreenView> view, ObservableIntegerValue waiting) {

    /// Position in the rail.
    public enum Place {
        TOP,
        FOOT
    }

    /// A screen that never has open items.
    public ScreenEntry(String id, String title, String icon, Place place, Supplier<ScreenView> view) {
        this(id, title, icon, place, view, new SimpleIntegerProperty(0));
    }
}
