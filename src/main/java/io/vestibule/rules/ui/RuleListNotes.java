package io.vestibule.rules.ui;

import io.vestibule.rules.CompanyRules;
import io.vestibule.rules.DriftReport;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What is said above the list of rules: which VMS is in use, that it cannot be read, that rows of it cannot be
/// read, and that rules of other companies need attention.
final class RuleListNotes extends VBox {

    private final RulesModel model;
    private final Strings strings;
    private final Label offline = note("", "mdi2c-cloud-off-outline");
    private final Label unreadable = note("", "mdi2a-alert");
    private final VBox companies = new VBox(4);

    RuleListNotes(RulesModel model) {
        super(8);
        this.model = model;
        this.strings = model.strings();
        Label vms = new Label();
        vms.textProperty().bind(model.vmsName);
        vms.setTooltip(new Tooltip());
        vms.getTooltip().textProperty().bind(model.vmsName);
        vms.setGraphic(Icon.of("mdi2s-server-network"));
        vms.getStyleClass().add("quiet");
        vms.setMinWidth(0);
        getChildren().setAll(vms, offline, unreadable, companies);
        model.report.subscribe(this::show);
        model.notices().others().subscribe(this::show);
    }

    /// Whether something is said that concerns an operator who sees no rule as well.
    boolean isWarning() {
        return unreadable.isVisible() || companies.isVisible();
    }

    private void show(Optional<DriftReport> report) {
        String problem = report.flatMap(DriftReport::offline)
                .map(known -> strings.text(
                        "rules.offline-note", strings.problem(known).summary()))
                .orElse("");
        offline.setText(problem);
        RuleCard.hide(offline, problem.isEmpty());
        int rows = report.map(DriftReport::unreadable).orElse(0);
        unreadable.setText(strings.text("rules.unreadable-note", rows));
        RuleCard.hide(unreadable, rows == 0);
    }

    private void show(List<CompanyRules> others) {
        companies
                .getChildren()
                .setAll(others.stream()
                        .map(company -> {
                            Label note = note(model.notices().sentence(company), "mdi2a-alert");
                            note.setTooltip(new Tooltip(strings.text("rules.company-see", company.name())));
                            return note;
                        })
                        .toList());
        RuleCard.hide(companies, others.isEmpty());
    }

    private static Label note(String text, String icon) {
        Label note = RuleCard.wrapped(text, "quiet");
        note.setGraphic(Icon.of(icon, "state-look"));
        return note;
    }
}
