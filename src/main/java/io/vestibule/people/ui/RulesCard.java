package io.vestibule.people.ui;

import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows the rules that reference a person who is being removed or merged, with one action that updates all of them.
final class RulesCard extends VBox {

    private static final double WIDE = 480;
    private static final double TALLEST = 240;

    private final Strings strings;
    private final Button first;

    /// @param merged whether another person replaces them
    /// @param mayUpdate whether the operator may change rules
    /// @param go receives whether the rules follow the change
    RulesCard(
            List<PersonRuleReferences.RuleReference> rules,
            boolean merged,
            boolean mayUpdate,
            Strings strings,
            Consumer<Boolean> go,
            Runnable cancel) {
        super(16);
        this.strings = strings;
        VBox list = new VBox(8);
        rules.forEach(ruleReference -> list.getChildren().add(row(ruleReference, merged)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        HBox buttons = new HBox(8);
        Button update = Buttons.primary(new Command(
                strings.text(merged ? "people.rules-merge" : "people.rules-update"),
                "mdi2b-bell-check-outline",
                () -> go.accept(true)));
        Button plain = Buttons.of(new Command(
                strings.text(merged ? "people.rules-merge-only" : "people.rules-remove-only"),
                "",
                () -> go.accept(false)));
        if (mayUpdate) {
            buttons.getChildren().add(update);
        }
        buttons.getChildren().addAll(plain, Buttons.of(new Command(strings.text("people.cancel"), "", cancel)));
        first = mayUpdate ? update : plain;
        getChildren()
                .setAll(
                        wrapped(strings.text("people.rules-text", rules.size())),
                        scroll,
                        wrapped(strings.text(mayUpdate ? "people.rules-note" : "people.rules-manager")),
                        buttons);
        setPrefWidth(WIDE);
    }

    Node first() {
        return first;
    }

    private HBox row(PersonRuleReferences.RuleReference ruleReference, boolean merged) {
        Label name =
                new Label(ruleReference.name().isBlank() ? strings.text("people.rules-unnamed") : ruleReference.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        boolean nobody = ruleReference.onlyPerson() && !merged;
        Label about = wrapped(
                nobody
                        ? strings.constant("people.rules-alone", ruleReference.origin())
                        : strings.constant("people.rules-place", ruleReference.origin()));
        about.getStyleClass().add("quiet");
        return new HBox(8, Icon.of("mdi2b-bell-outline"), new VBox(4, name, about));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(WIDE);
        return label;
    }
}
