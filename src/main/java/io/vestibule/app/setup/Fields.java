package io.vestibule.app.setup;

import io.vestibule.ui.control.Check;
import io.vestibule.ui.control.LabelledField;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Fields and lines of text as the cards have them.
final class Fields {

    private Fields() {}

    static LabelledField<TextField> line(String words, StringProperty value, Check<String> check) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        return new LabelledField<>(words, field).check(field.textProperty(), check);
    }

    /// Runs the action on Enter, and when the focus leaves the field.
    static void commit(TextField field, Runnable action) {
        field.setOnAction(_ -> action.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                action.run();
            }
        });
    }

    /// For rows of a list whose heading says what the field is; screen readers still hear the label.
    static LabelledField<TextField> bare(LabelledField<TextField> field) {
        field.getChildren().getFirst().setVisible(false);
        field.getChildren().getFirst().setManaged(false);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label strong(String words) {
        return wrapped(words, "strong");
    }
}
