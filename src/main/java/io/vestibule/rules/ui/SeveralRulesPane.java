package io.vestibule.rules.ui;

import io.vestibule.rules.RuleRecord;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Several chosen rules: their names, and what can be done with all of them.
final class SeveralRulesPane extends VBox {

    private static final int MOST_NAMES = 15;

    private final List<RuleRow> rows;

    /// @param rows the chosen rules that can be sent; rules of others and of other VMSs are not among them
    SeveralRulesPane(RulesModel model, List<RuleRow> rows) {
        super(12);
        this.rows = List.copyOf(rows);
        Strings strings = model.strings();
        setPadding(new Insets(2));
        VBox card = new VBox(8, RuleCard.wrapped(strings.text("rules.several", rows.size()), "screen-title"));
        rows.stream()
                .limit(MOST_NAMES)
                .forEach(row -> card.getChildren()
                        .add(RuleCard.wrapped(strings.text("rules.batch-line", row.name(), row.stateText()))));
        if (rows.size() > MOST_NAMES) {
            card.getChildren().add(RuleCard.wrapped(strings.text("rules.more", rows.size() - MOST_NAMES), "quiet"));
        }
        if (rows.isEmpty()) {
            card.getChildren().add(RuleCard.wrapped(strings.text("rules.several-none"), "quiet"));
        } else if (model.mayManage()) {
            card.getChildren().add(actions(model, strings));
        }
        card.getStyleClass().add("card-pane");
        getChildren().add(card);
    }

    private FlowPane actions(RulesModel model, Strings strings) {
        List<RuleRecord> chosen =
                rows.stream().flatMap(row -> row.entry().local().stream()).toList();
        RuleBatch batch = model.batch();
        FlowPane actions = new FlowPane(
                8,
                8,
                Buttons.primary(new Command(strings.text("rules.send"), "mdi2s-send", () -> batch.send(chosen))),
                Buttons.of(new Command(
                        strings.text("rules.pause-several"), "mdi2p-pause", () -> batch.pause(chosen, true))),
                Buttons.of(new Command(
                        strings.text("rules.resume-several"), "mdi2p-play", () -> batch.pause(chosen, false))),
                Buttons.of(new Command(
                        strings.text("rules.delete-several"), "mdi2d-delete-outline", () -> batch.delete(chosen))));
        actions.disableProperty().bind(batch.running);
        return actions;
    }

    List<RuleRow> rows() {
        return rows;
    }
}
