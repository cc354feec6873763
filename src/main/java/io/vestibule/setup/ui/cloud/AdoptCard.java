package io.vestibule.setup.ui.cloud;

import io.vestibule.enrol.PersonMatch;
import io.vestibule.enrol.transfer.AdoptFlow.UnknownUser;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.math.RoundingMode;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
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
    private static final int CENTS = 2;

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
        Button compare = Buttons.of(new Command(
                strings.text("setup.adopt.compare"),
                "mdi2a-account-multiple-check-outline",
                () -> model.compare(MOST),
                model.mayChange()));
        compare.setId("adopt-compare");
        compare.visibleProperty().bind(Bindings.isNotEmpty(model.strangers()));
        Label price = Fields.wrapped("", "quiet");
        price.setId("adopt-price");
        price.textProperty().bind(Bindings.createStringBinding(this::priceText, model.strangers()));
        price.visibleProperty().bind(compare.visibleProperty());
        Label none = Fields.wrapped(strings.text("setup.adopt.nobody-similar"), "quiet");
        none.visibleProperty().bind(model.compared().and(Bindings.isEmpty(model.similar())));
        for (var control : List.of(compare, price, none)) {
            control.managedProperty().bind(control.visibleProperty());
        }
        model.similar().addListener((MapChangeListener<String, PersonMatch>) _ -> arrange());
        model.strangers().addListener((ListChangeListener<UnknownUser>) _ -> arrange());
        model.loaded().subscribe(this::showStatus);
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        rows.managedProperty().bind(Bindings.isNotEmpty(rows.getChildren()));
        getChildren()
                .addAll(
                        Fields.wrapped(strings.text("setup.adopt.hint"), "quiet"),
                        look,
                        count,
                        compare,
                        price,
                        none,
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

    private String priceText() {
        int users = Math.min(MOST, model.strangers().size());
        return strings.text(
                "setup.adopt.price",
                users,
                model.price(users).setScale(CENTS, RoundingMode.UP).toPlainString());
    }

    private VBox row(UnknownUser unknownUser) {
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
        VBox lines = new VBox(4, row);
        var match = model.similar().get(unknownUser.userId());
        if (match != null) {
            Label similar = Fields.wrapped(
                    strings.text("setup.adopt.similar", match.person().name(), Math.round(match.similarity())),
                    "quiet");
            similar.setId("adopt-similar-" + unknownUser.userId());
            lines.getChildren().add(similar);
        }
        return lines;
    }
}
