package io.vestibule.ui;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Something the user can do, whatever button or key it hangs on.
///
/// @param text the words on its button
/// @param icon name of a Material Design icon, for example `mdi2p-plus`; empty for none
/// @param run what it does, on the FX thread
/// @param ready false while it cannot be done; its button is disabled then
public record Command(String text, String icon, Runnable run, ObservableBooleanValue ready) {

    /// A command that can always be given.
    public Command(String text, String icon, Runnable run) {
        this(text, icon, run, new SimpleBooleanProperty(true));
    }
}
