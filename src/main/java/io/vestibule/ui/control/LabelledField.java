package io.vestibule.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// A control with its label above and one line for a hint or an error below. The line always takes its space,
/// so that the layout does not move when an error appears, unless the field is so narrow that the text needs a
/// second line; the control has the pseudo-class `:error` meanwhile.
///
/// Errors do not show while the user is still typing: an error shows when the user leaves the field after changing
/// it, or on [#validate], and disappears as soon as the value is valid.
public final class LabelledField<C extends Control> extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final C control;
    private final Label label;
    private final Label line = new Label();
    private Supplier<Optional<String>> check = Optional::empty;
    private String hint = "";
    private boolean changed;
    private boolean wrong;
    private boolean failed;

    public LabelledField(String words, C control) {
        this.control = control;
        this.label = new Label(words);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add("field-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(words);
        getStyleClass().add("labelled-field");
        getChildren().addAll(label, control, line);
        if (control instanceof TextInputControl input) {
            input.textProperty().addListener((_, _, _) -> {
                if (failed) {
                    clear();
                }
            });
        }
        control.focusedProperty().subscribe(focused -> {
            if (!focused && changed) {
                validate();
            }
        });
    }

    /// The hint under the control while there is no error.
    public LabelledField<C> hint(String words) {
        hint = words;
        if (!wrong) {
            say(words);
        }
        return this;
    }

    /// Validates a value of the control, such as `textProperty()`.
    public <T> LabelledField<C> check(ObservableValue<T> value, Validator<T> judge) {
        check = () -> judge.validate(value.getValue());
        value.addListener((_, _, _) -> {
            changed = true;
            if (wrong && check.get().isEmpty()) {
                clear();
            }
        });
        return this;
    }

    /// Validates now and shows the result.
    ///
    /// @return whether the value is valid
    public boolean validate() {
        Optional<String> problem = check.get();
        problem.ifPresentOrElse(this::show, this::clear);
        return problem.isEmpty();
    }

    /// Shows an error that the field's own validator cannot detect, such as a name that is taken. It
    /// disappears with the next edit of the text.
    public void fail(String problem) {
        failed = true;
        show(problem);
    }

    private void show(String problem) {
        mark(true);
        say(problem);
    }

    /// Clears errors and the changed flag, as for the next person.
    public void reset() {
        changed = false;
        clear();
    }

    public C control() {
        return control;
    }

    public boolean isWrong() {
        return wrong;
    }

    /// Validates all fields, so that all errors show at once, and moves focus to the first invalid one.
    public static boolean validateAll(List<? extends LabelledField<?>> fields) {
        Control first = null;
        for (LabelledField<?> field : fields) {
            if (!field.validate() && first == null) {
                first = field.control();
            }
        }
        if (first != null) {
            first.requestFocus();
        }
        return first == null;
    }

    private void clear() {
        failed = false;
        mark(false);
        say(hint);
    }

    private void mark(boolean now) {
        wrong = now;
        control.pseudoClassStateChanged(ERROR, now);
        line.pseudoClassStateChanged(ERROR, now);
    }

    private void say(String words) {
        line.setText(words);
        control.setAccessibleHelp(words.isEmpty() ? null : words);
    }
}
