package io.vestibule.ui.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;

/// A date picker whose typed text can be committed at any time. By itself a `DatePicker` commits it only when
/// Enter is released or the focus is lost, which is too late for a form that is saved by Ctrl+Enter.
public final class DateField extends DatePicker {

    public DateField() {
        setEditable(true);
    }

    /// Makes the typed text the value. Text that is not a date clears the value, so that no older date is
    /// used instead of it.
    public void commitTyped() {
        if (getSkin() == null || getEditor().getText().equals(getConverter().toString(getValue()))) {
            return; // without a skin the text does not show the value yet
        }
        setValue(typed());
    }

    @SuppressWarnings("NullAway") // a picker without a date has the value null
    private LocalDate typed() {
        try {
            return getConverter().fromString(getEditor().getText());
        } catch (DateTimeException _) {
            return null;
        }
    }
}
