package io.vestibule.ui.control;

import java.time.LocalDate;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuItem;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A date picker that takes a date in every usual form ([DateReader]). Text that is no date stays in the field, to
/// be corrected, and there is no value then; if day and month are doubtful, the field asks which is meant. The
/// typed text can be committed at any time: by itself a `DatePicker` commits it only when Enter is released or
/// the focus is lost, which is too late for a form that is saved by Ctrl+Enter.
public final class DateField extends DatePicker {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final DateReader reader;
    private final ReadOnlyStringWrapper rejected = new ReadOnlyStringWrapper(this, "rejected", "");

    public DateField() {
        this(Locale.getDefault(Locale.Category.FORMAT));
    }

    /// @param locale decides the order of day and month
    public DateField(Locale locale) {
        reader = new DateReader(locale);
        setEditable(true);
        setConverter(new TypedDate());
        rejected.subscribe(text -> pseudoClassStateChanged(ERROR, !text.isEmpty()));
        getEditor().textProperty().subscribe(text -> {
            if (text == null || text.isBlank()) {
                rejected.set("");
            }
        });
    }

    /// The typed text while it is no date; else empty.
    public ReadOnlyStringProperty rejectedProperty() {
        return rejected.getReadOnlyProperty();
    }

    /// Makes the typed text the value. Text that is not a date clears the value, so that no older date is
    /// used instead of it.
    @SuppressWarnings("NullAway") // a picker without a date has the value null
    public void commitTyped() {
        if (getSkin() == null || getEditor().getText().equals(getConverter().toString(getValue()))) {
            return; // without a skin the text does not show the value yet
        }
        String text = getEditor().getText();
        @Nullable LocalDate day = getConverter().fromString(text);
        setValue(day);
        if (day == null) {
            keep(text);
        }
    }

    /// The skin clears the text of a picker without a date.
    private void keep(String text) {
        if (getValue() == null && !text.isBlank()) {
            rejected.set(text);
            getEditor().setText(text);
        }
    }

    private void ask(DateReader.Reading.Doubtful doubtful) {
        ContextMenu menu = new ContextMenu(item(doubtful.dayFirst()), item(doubtful.monthFirst()));
        Platform.runLater(() -> {
            if (getScene() != null && getScene().getWindow() != null) {
                menu.show(this, Side.BOTTOM, 0, 0);
            }
        });
    }

    private MenuItem item(LocalDate day) {
        MenuItem item = new MenuItem(reader.format(day));
        item.setOnAction(_ -> {
            rejected.set("");
            setValue(day);
        });
        return item;
    }

    private final class TypedDate extends StringConverter<LocalDate> {

        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? rejected.get() : reader.format(day);
        }

        @Override
        @SuppressWarnings("NullAway") // a picker without a date has the value null
        public LocalDate fromString(String text) {
            if (getValue() != null && text.equals(reader.format(getValue()))) {
                return getValue();
            }
            boolean again = text.equals(rejected.get());
            return switch (reader.read(text)) {
                case DateReader.Reading.Day day -> {
                    rejected.set("");
                    yield day.day();
                }
                case DateReader.Reading.Doubtful doubtful -> {
                    reject(text);
                    if (!again) {
                        ask(doubtful);
                    }
                    yield null;
                }
                case DateReader.Reading.NoDate _ -> {
                    reject(text);
                    yield null;
                }
            };
        }

        private void reject(String text) {
            rejected.set(text);
            Platform.runLater(() -> {
                if (getEditor().getText() == null || getEditor().getText().isBlank()) {
                    keep(text);
                }
            });
        }
    }
}
