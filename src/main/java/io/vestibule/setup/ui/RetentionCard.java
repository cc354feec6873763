package io.vestibule.setup.ui;

import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One number of days per kind of person, side by side.
public final class RetentionCard extends SettingsCard {

    public RetentionCard(RetentionModel model) {
        super(
                model.strings().text("setup.settings.keep"),
                model,
                model.strings().text("setup.settings.why-not"));
        var row = new HBox(16);
        for (var field : model.fields()) {
            row.getChildren().add(line(model, field));
        }
        getChildren()
                .addAll(
                        Fields.wrapped(model.strings().text("setup.settings.keep-note"), "quiet"),
                        row,
                        problemLabel(model));
    }

    private static io.vestibule.ui.control.LabelledField<?> line(RetentionModel model, SettingField<Integer> field) {
        var shown = Fields.line(field.label(), field.typed(), field::validate);
        Control control = shown.control();
        control.setId(field.key().replace('.', '-'));
        shown.hint(field.hint());
        if (field.isLocked()) {
            control.setDisable(true);
        } else {
            control.disableProperty().bind(model.mayChange().not());
        }
        HBox.setHgrow(shown, Priority.ALWAYS);
        Fields.commit(shown.control(), () -> {
            if (shown.validate()) {
                model.commit(field, shown::fail);
            }
        });
        return shown;
    }
}
