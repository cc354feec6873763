package io.vestibule.ui.shell;

import io.vestibule.ui.ScreenView;
import java.util.function.Supplier;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;

/// One entry of the rail.
///
/// @param id short and stable, for example `enrol`; says where to go, and is never shown
/// @param title in the rail and in the title row
/// @param icon name of a Material Design icon
/// @param place main screens stand at the top of the rail, settings at its foot
/// @param view makes the screen when it is opened for the first time; it is kept afterwards
/// @param waiting how many things wait for the user there; 0 shows nothing
public record ScreenEntry(
        String id, String title, String icon, Place place, Supplier<ScreenView> view, ObservableIntegerValue waiting) {

    /// Where in the rail.
    public enum Place {
        TOP,
        FOOT
    }

    /// A screen where nothing ever waits.
    public ScreenEntry(String id, String title, String icon, Place place, Supplier<ScreenView> view) {
        this(id, title, icon, place, view, new SimpleIntegerProperty(0));
    }
}
