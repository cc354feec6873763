package io.vestibule.rules.ui;

import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.vms.VmsId;
import javafx.geometry.Insets;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A rule that belongs to another VMS than the one in use: what it says, where it is, and what can be done
/// from here.
final class ElsewherePane extends VBox {

    ElsewherePane(RulesModel model, RuleEntry entry) {
        super(12);
        Strings strings = model.strings();
        RuleRecord record = entry.local().orElseThrow();
        setPadding(new Insets(2));
        RuleRow row = new RuleFormatter(strings, model.sites(), model.picture()).row(entry);
        VBox card = new VBox(
                12,
                RuleCard.wrapped(row.name(), "screen-title"),
                RuleCard.wrapped(row.sentence()),
                RuleCard.wrapped(
                        strings.text(
                                record.sent().isPresent() ? "rules.elsewhere-note" : "rules.elsewhere-draft-note",
                                where(record.vms(), strings)),
                        "quiet"));
        entry.findings()
                .forEach(finding -> card.getChildren()
                        .add(RuleCard.wrapped(strings.problem(finding).summary() + " "
                                + strings.problem(finding).advice())));
        card.getStyleClass().add("card-pane");
        if (model.mayManage()) {
            card.getChildren()
                    .add(new FlowPane(
                            8,
                            8,
                            Buttons.primary(new Command(
                                    strings.text("rules.elsewhere-create"),
                                    "mdi2p-plus",
                                    () -> model.others().createHere(record))),
                            Buttons.of(new Command(
                                    strings.text("rules.elsewhere-forget"),
                                    "mdi2p-playlist-remove",
                                    () -> model.others().forget(record)))));
        }
        getChildren().add(card);
    }

    private static String where(VmsId vms, Strings strings) {
        if (!vms.isKnown()) {
            return strings.text("rules.elsewhere-unknown");
        }
        return vms.equals(VmsId.EMBEDDED) ? strings.text("rules.elsewhere-embedded") : vms.server();
    }
}
