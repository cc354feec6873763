package io.vestibule.setup.ui.cloud;

import io.vestibule.enrol.transfer.AdoptFlow.UnknownUser;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Unknown users of an existing collection, to be named or left alone.
final class AdoptCard extends SettingsCard {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 200;

    /// Wide enough for the ids that Vestibule generates, so that the names are aligned.
    private static final double ID = 252;

    private final AdoptModel model;
    private final Strings strings;
    private final Label count = Fields.wrapped("", "quiet");
    private final VBox rows = new VBox(8);

    AdoptCard(AdoptModel model) {
        super(model.strings().text("setup.adopt.title"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        Button look = Buttons.of(new Command(
                strings.text("setup.adopt.look"),
                "mdi2a-account-search-outline",
                model::loadStrangers,
                model.mayChange()));
        look.setId("adopt-look");
        count.setId("adopt-count");
        model.strangers().addListener((ListChangeListener<UnknownUser>) _ -> arrange());
        model.loaded().subscribe(this::showStatus);
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        rows.managedProperty().bind(Bindings.isNotEmpty(rows.getChildren()));
        getChildren()
                .addAll(
                        Fields.wrapped(strings.text("setup.adopt.hint"), "quiet"),
                        look,
                        count,
                        rows,
                        problemLabel(model));
    }

    private void showStatus(boolean looked) {
        if (looked) {
            count.setText(strings.text("setup.adopt.count", model.strangers().size()));
        }
    }

    private void arrange() {
        count.setText(strings.text("setup.adopt.count", model.strangers().size()));
        rows.getChildren().setAll(model.shown(MOST).stream().map(this::row).toList());
    }

    private HBox row(UnknownUser unknownUser) {
        Label id = new Label(unknownUser.userId());
        id.getStyleClass().add("hint");
        id.setMinWidth(ID);
        id.setMaxWidth(ID);
        id.setTooltip(new Tooltip(unknownUser.userId()));
        TextField name = new TextField();
        name.setId("adopt-name-" + unknownUser.userId());
        name.setPromptText(strings.text("setup.adopt.name"));
        name.setAccessibleText(strings.text("setup.adopt.name-of", unknownUser.userId()));
        HBox.setHgrow(name, Priority.ALWAYS);
        var named = new SimpleBooleanProperty();
        named.bind(name.textProperty()
                .map(text -> !text.isBlank() && text.length() <= LONGEST_NAME)
                .map(right -> right && model.mayChange().get()));
        Button adopt = Buttons.of(new Command(
                strings.text("setup.adopt.adopt"),
                "mdi2a-account-check-outline",
                () -> model.adopt(unknownUser, name.getText()),
                named));
        adopt.setId("adopt-" + unknownUser.userId());
        HBox row = new HBox(8, id, name, adopt);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
