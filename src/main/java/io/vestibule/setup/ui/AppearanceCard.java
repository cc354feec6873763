package io.vestibule.setup.ui;

import io.vestibule.ui.Theme;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Light or dark theme, applied at once.
final class AppearanceCard extends SettingsCard {

    AppearanceCard(AppearanceModel model) {
        super(
                model.strings().text("setup.settings.look"),
                model,
                model.strings().text("setup.settings.look-why-not"));
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(24);
        for (Theme.Choice choice : Theme.Choice.values()) {
            RadioButton button = new RadioButton(model.strings().constant("setup.theme", choice));
            button.setToggleGroup(group);
            button.setId("theme-" + choice);
            button.setSelected(choice == model.chosen());
            button.setOnAction(_ -> model.choose(choice));
            row.getChildren().add(button);
        }
        if (model.isLocked()) {
            row.setDisable(true);
            getChildren().addAll(row, Fields.wrapped(model.strings().text("setup.settings.fixed"), "quiet"));
        } else {
            row.disableProperty().bind(model.mayChange().not());
            getChildren().add(row);
        }
        getChildren().add(problemLabel(model));
    }
}
