package io.vestibule.rules.ui;

import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.VmsId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A rule that cannot be edited here: what it says, whose it is, and what can be done about it.
final class ReadOnlyRulePane extends VBox {

    private final Strings strings;

    private ReadOnlyRulePane(RulesModel model, RuleEntry entry, List<String> notes, List<Button> actions) {
        super(12);
        this.strings = model.strings();
        setPadding(new Insets(2));
        RuleRow row = words(model).row(entry);
        VBox card = new VBox(12, RuleCard.wrapped(row.name(), "screen-title"), RuleCard.wrapped(row.sentence()));
        notes.forEach(note -> card.getChildren().add(RuleCard.wrapped(note, "quiet")));
        entry.findings()
                .forEach(finding -> card.getChildren()
                        .add(RuleCard.wrapped(strings.problem(finding).summary() + " "
                                + strings.problem(finding).advice())));
        if (model.mayManage() && !actions.isEmpty()) {
            card.getChildren().add(new FlowPane(8, 8, actions.toArray(Button[]::new)));
        }
        card.getStyleClass().add("card-pane");
        getChildren().add(card);
    }

    /// A rule of the VMS that was not made here, or of which that is not known.
    static ReadOnlyRulePane external(RulesModel model, RuleEntry entry, AlertRule rule) {
        Strings strings = model.strings();
        boolean perhapsOurs = entry.state() == RuleState.PERHAPS_OURS;
        boolean people = rule.knownPeople().isPresent();
        String note = perhapsOurs ? "rules.perhaps-note" : people ? "rules.others-note" : "rules.others-kind-note";
        Optional<String> gaps = people ? words(model).shortGaps(rule.content().schedule()) : Optional.empty();
        List<Button> actions = perhapsOurs ? perhapsOurs(model, rule) : people ? others(model, rule) : List.of();
        ReadOnlyRulePane pane = new ReadOnlyRulePane(
                model,
                entry,
                Stream.concat(Stream.of(strings.text(note)), gaps.stream()).toList(),
                actions);
        pane.getChildren().add(new JsonPane(strings, rule.raw().pretty()));
        return pane;
    }

    /// A rule that belongs to another VMS than the one in use.
    static ReadOnlyRulePane elsewhere(RulesModel model, RuleEntry entry) {
        Strings strings = model.strings();
        RuleRecord record = entry.local().orElseThrow();
        String note = record.sent().isPresent() ? "rules.elsewhere-note" : "rules.elsewhere-draft-note";
        return new ReadOnlyRulePane(
                model,
                entry,
                List.of(strings.text(note, where(record.vms(), strings))),
                List.of(
                        Buttons.primary(new Command(
                                strings.text("rules.elsewhere-create"),
                                "mdi2p-plus",
                                () -> model.others().createHere(record))),
                        Buttons.of(new Command(
                                strings.text("rules.elsewhere-forget"),
                                "mdi2p-playlist-remove",
                                () -> model.others().forget(record)))));
    }

    private static List<Button> perhapsOurs(RulesModel model, AlertRule rule) {
        Strings strings = model.strings();
        return List.of(
                Buttons.primary(new Command(
                        strings.text("rules.perhaps-adopt"),
                        "mdi2d-download-outline",
                        () -> model.others().adoptAttempt(rule))),
                Buttons.of(new Command(
                        strings.text("rules.perhaps-other"),
                        "",
                        () -> model.others().declineAttempt(rule))));
    }

    private static List<Button> others(RulesModel model, AlertRule rule) {
        Strings strings = model.strings();
        return List.of(
                Buttons.of(new Command(strings.text("rules.adopt"), "mdi2d-download-outline", () -> model.adopt(rule))),
                Buttons.of(new Command(
                        strings.text("rules.duplicate"), "mdi2c-content-copy", () -> model.duplicate(rule))));
    }

    private static RuleFormatter words(RulesModel model) {
        return new RuleFormatter(model.strings(), model.sites(), model.picture());
    }

    private static String where(VmsId vms, Strings strings) {
        if (!vms.isKnown()) {
            return strings.text("rules.elsewhere-unknown");
        }
        return vms.equals(VmsId.EMBEDDED) ? strings.text("rules.elsewhere-embedded") : vms.server();
    }
}
