package io.vestibule.setup.ui;

import io.vestibule.settings.Setting;
import io.vestibule.ui.TextSize;
import io.vestibule.ui.Theme;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// Light or dark theme, and the text size; applied at once.
final class AppearanceCard extends SettingsCard {

    private final AppearanceModel model;

    AppearanceCard(AppearanceModel model) {
        super(
                model.strings().text("setup.settings.look"),
                model,
                model.strings().text("setup.settings.look-why-not"));
        this.model = model;
        addChoice(
                "theme-",
                model.strings().text("setup.theme"),
                AppKeys.THEME,
                List.of(Theme.Choice.values()),
                choice -> model.strings().constant("setup.theme", choice),
                model::choose);
        addChoice(
                "text-size-",
                model.strings().text("setup.text-size"),
                AppKeys.TEXT_SIZE,
                List.of(TextSize.values()),
                size -> model.strings().constant("setup.text-size", size),
                model::choose);
        getChildren().add(problemLabel(model));
    }

    /// @param id what the ids of the choices begin with
    private <E extends Enum<E>> void addChoice(
            String id,
            String name,
            Setting<E> setting,
            List<E> choices,
            Function<E, String> label,
            Consumer<E> choose) {
        Label heading = new Label(name);
        heading.getStyleClass().add("field-label");
        ToggleGroup group = new ToggleGroup();
        FlowPane row = new FlowPane(24, 8);
        row.setAccessibleRole(AccessibleRole.PARENT);
        row.setAccessibleText(name);
        for (E choice : choices) {
            RadioButton button = new RadioButton(label.apply(choice));
            button.setToggleGroup(group);
            button.setId(id + choice);
            button.setAccessibleText(name + ": " + button.getText());
            button.setSelected(choice == model.chosen(setting));
            button.setOnAction(_ -> choose.accept(choice));
            row.getChildren().add(button);
        }
        getChildren().addAll(heading, row);
        if (model.isLocked(setting)) {
            row.setDisable(true);
            getChildren().add(Fields.wrapped(model.strings().text("setup.settings.fixed"), "quiet"));
        } else {
            row.disableProperty().bind(model.mayChange().not());
        }
    }
}
