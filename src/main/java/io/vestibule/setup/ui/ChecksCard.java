package io.vestibule.setup.ui;

import io.vestibule.inspect.Check;
import io.vestibule.ui.control.LabelledField;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One switch a check, each with what it is good for and what it costs, or why it is not there.
public final class ChecksCard extends Card {

    private static final double UNDER_THE_BOX = 26;

    public ChecksCard(ChecksModel model) {
        super(model.strings().text("setup.checks"), model, model.strings().text("setup.settings.why-not"));
        var strings = model.strings();
        getChildren()
                .add(Fields.wrapped(
                        strings.text(model.isAway() ? "setup.checks.note-away" : "setup.checks.note-here"), "quiet"));
        for (Check check : Check.values()) {
            getChildren().add(row(model, check));
        }
        if (model.isAway()) {
            getChildren().add(custom(model));
            getChildren().add(Fields.wrapped(strings.text("setup.checks.policy"), "hint"));
        }
        getChildren().add(foot(model));
    }

    private static VBox row(ChecksModel model, Check check) {
        var box = new CheckBox(model.strings().constant("setup.checks.check", check));
        box.setId("inspect-" + check.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        model.on(check).subscribe(box::setSelected);
        box.setOnAction(_ -> model.set(check, box.isSelected()));
        boolean open = model.isHere(check) && !model.isFixed(check);
        box.disableProperty().bind(model.mayChange().map(may -> !may || !open));
        Label words = Fields.wrapped(model.words(check), "hint");
        words.setPadding(new Insets(0, 0, 0, UNDER_THE_BOX));
        box.setAccessibleHelp(model.words(check));
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
