package io.vestibule.enrol.ui;

import io.vestibule.ui.Strings;
import io.vestibule.ui.control.LabelledField;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The question whether the person is too young to answer; then their parent or guardian does, and is named.
final class GuardianField extends VBox {

    GuardianField(ConsentQuestion question, Strings strings) {
        super(4);
        CheckBox minor = new CheckBox(strings.text("enrol.minor", question.guardianAge()));
        minor.setWrapText(true);
        minor.selectedProperty().bindBidirectional(question.minor());
        TextField name = new TextField();
        name.textProperty().bindBidirectional(question.guardian());
        LabelledField<TextField> field = new LabelledField<>(strings.text("enrol.guardian"), name);
        field.visibleProperty().bind(question.minor());
        field.managedProperty().bind(field.visibleProperty());
        getChildren().setAll(minor, field);
    }
}
