package io.vestibule.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A control with its label above and one line for a hint or an error below. The line is always there, so that nothing
/// jumps when an error appears; the control carries the pseudo-class `:error` meanwhile.
///
/// It does not shout early: an error shows when the user leaves the field after changing it, or on [#validate], and
/// goes the moment the value is right.
public final class LabelledField<C extends Control> extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final C control;
    private final Label label;
    private final Label line = new Label();
    private Supplier<Optional<String>> check = Optional::empty;
    private String hint = "";
    private boolean changed;
    private boolean wrong;

    public LabelledField(String words, C control) {
        this.control = control;
        this.label = new Label(words);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        line.getStyleClass().add("field-line");
        line.setWrapText(false);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(words);
        getStyleClass().add("labelled-field");
        getChildren().addAll(label, control, line);
        control.focusedProperty().subscribe(focused -> {
            if (!focused && changed) {
                validate();
            }
        });
    }

    /// Quiet words under the control while nothing is wrong.
    public LabelledField<C> hint(String words) {
        hint = words;
        if (!wrong) {
            say(words);
        }
        return this;
    }

    /// Judges a value of the control, such as `textProperty()`.
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

    /// Judges now and shows the outcome.
    ///
    /// @return whether the value is right
    public boolean validate() {
        Optional<String> problem = check.get();
        problem.ifPresentOrElse(this::fail, this::clear);
        return problem.isEmpty();
    }

    /// Shows an error that only somebody else can find, such as a name that is taken.
    public void fail(String problem) {
        mark(true);
        say(problem);
    }

    /// Forgets errors and that anything was typed, as for the next person.
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

    /// Judges all fields, so that all errors show at once, and moves focus to the first that is wrong.
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
