package io.vestibule.ui.control;

import java.util.Locale;

/// The status of a task or record. Shown everywhere by the same icon, text and colour.
public enum State {
    /// There is nothing to do.
    NOTHING("mdi2m-minus-circle-outline"),
    WAITING("mdi2c-clock-outline"),
    RUNNING("mdi2p-progress-clock"),
    DONE("mdi2c-check-circle"),
    LOOK("mdi2a-alert"),
    REFUSED("mdi2c-close-circle");

    private final String icon;

    State(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /// Style class that sets the colour: `state-done`.
    public String style() {
        return "state-" + name().toLowerCase(Locale.ROOT);
    }
}
