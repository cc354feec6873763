package io.vestibule.ui;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// A user action, independent of the button or key that triggers it.
///
/// @param text the label of its button
/// @param icon name of a Material Design icon, for example `mdi2p-plus`; empty for none
/// @param run the action, on the FX thread
/// @param ready false while the action is unavailable; its button is disabled then
public record Command(String text, String icon, Runnable run, ObservableBooleanValue ready) {

    /// A command that is always available.
    public Command(String text, String icon, Runnable run) {
        this(text, icon, run, new SimpleBooleanProperty(true));
    }
}
