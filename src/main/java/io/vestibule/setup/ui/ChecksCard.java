package io.vestibule.setup.ui;

import io.vestibule.inspect.InspectionKind;
import io.vestibule.ui.control.LabelledField;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One switch per check, each with its purpose and its cost, or why it is unavailable.
public final class ChecksCard extends SettingsCard {

    private static final double UNDER_THE_BOX = 26;

    public ChecksCard(ChecksModel model) {
        super(model.strings().text("setup.checks"), model, model.strings().text("setup.settings.why-not"));
        var strings = model.strings();
        getChildren()
                .add(Fields.wrapped(
                        strings.text(model.isAway() ? "setup.checks.note-away" : "setup.checks.note-here"), "quiet"));
        for (InspectionKind inspectionKind : InspectionKind.values()) {
            getChildren().add(row(model, inspectionKind));
        }
        if (model.isAway()) {
            getChildren().add(custom(model));
            getChildren().add(Fields.wrapped(strings.text("setup.checks.policy"), "hint"));
        }
        getChildren().add(problemLabel(model));
    }

    private static VBox row(ChecksModel model, InspectionKind inspectionKind) {
        var box = new CheckBox(model.strings().constant("setup.checks.check", inspectionKind));
        box.setId("inspect-" + inspectionKind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        model.on(inspectionKind).subscribe(box::setSelected);
        box.setOnAction(_ -> model.set(inspectionKind, box.isSelected()));
        boolean open = model.isHere(inspectionKind) && !model.isFixed(inspectionKind);
        box.disableProperty().bind(model.mayChange().map(may -> !may || !open));
        Label words = Fields.wrapped(model.words(inspectionKind), "hint");
        words.setPadding(new Insets(0, 0, 0, UNDER_THE_BOX));
        box.setAccessibleHelp(model.words(inspectionKind));
        return new VBox(2, box, words);
    }

    private static LabelledField<TextField> custom(ChecksModel model) {
        var strings = model.strings();
        var field = Fields.line(strings.text("setup.checks.model"), model.model(), model::wrongModel);
        field.hint(strings.text(model.isModelFixed() ? "setup.settings.fixed" : "setup.checks.model-hint"));
        field.control().setId("inspect-custom-model");
        field.control().disableProperty().bind(model.mayChange().map(may -> !may || model.isModelFixed()));
        Fields.commit(field.control(), () -> {
            if (field.validate()) {
                model.commitModel();
            }
        });
        return field;
    }
}
