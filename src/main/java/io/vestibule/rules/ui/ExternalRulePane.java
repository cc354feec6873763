package io.vestibule.rules.ui;

import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleState;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.vms.AlertRule;
import javafx.geometry.Insets;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A rule that was not created here: its content, and for Known People rules a button to take it over. Other rules
/// are shown and never changed.
final class ExternalRulePane extends VBox {

    ExternalRulePane(RulesModel model, RuleEntry entry, AlertRule rule) {
        super(12);
        Strings strings = model.strings();
        setPadding(new Insets(2));
        RuleRow row = new RuleFormatter(strings, model.sites(), model.picture()).row(entry);
        boolean perhapsOurs = entry.state() == RuleState.PERHAPS_OURS;
        boolean people = rule.knownPeople().isPresent();
        VBox card = new VBox(
                12,
                RuleCard.wrapped(row.name(), "screen-title"),
                RuleCard.wrapped(row.sentence()),
                RuleCard.wrapped(
                        strings.text(
                                perhapsOurs
                                        ? "rules.perhaps-note"
                                        : people ? "rules.others-note" : "rules.others-kind-note"),
                        "quiet"));
        card.getStyleClass().add("card-pane");
        if (perhapsOurs && model.mayManage()) {
            card.getChildren()
                    .add(new FlowPane(
                            8,
                            8,
                            Buttons.primary(new Command(
                                    strings.text("rules.perhaps-adopt"),
                                    "mdi2d-download-outline",
                                    () -> model.others().adoptAttempt(rule))),
                            Buttons.of(new Command(
                                    strings.text("rules.perhaps-other"),
                                    "",
                                    () -> model.others().declineAttempt(rule)))));
        } else if (people && model.mayManage()) {
            card.getChildren()
                    .add(new FlowPane(
                            8,
                            8,
                            Buttons.of(new Command(
                                    strings.text("rules.adopt"), "mdi2d-download-outline", () -> model.adopt(rule))),
                            Buttons.of(new Command(
                                    strings.text("rules.duplicate"),
                                    "mdi2c-content-copy",
                                    () -> model.duplicate(rule)))));
        }
        getChildren().addAll(card, new JsonPane(strings, rule.raw().pretty()));
    }
}
