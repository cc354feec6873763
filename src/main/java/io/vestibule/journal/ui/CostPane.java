package io.vestibule.journal.ui;

import io.vestibule.journal.PriceList;
import io.vestibule.ui.Strings;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Cost of this month's calls, by operation, and the price list it is computed from.
final class CostPane extends VBox {

    private final Strings strings;
    private final Label title = JobPane.wrapped("card-title");
    private final Label sentence = JobPane.wrapped("quiet");
    private final GridPane grid = new GridPane(12, 6);
    private final Label source = JobPane.wrapped("hint");

    CostPane(ActivityModel model, Strings strings) {
        this.strings = strings;
        getStyleClass().add("card-pane");
        ColumnConstraints operation = new ColumnConstraints();
        operation.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(operation, right(), right());
        source.setText(strings.text(
                "journal.price-source",
                PriceList.REGION,
                PriceList.REKOGNITION,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(strings.locale())
                        .format(PriceList.AS_OF)));
        getChildren().addAll(title, sentence, grid, source);
        model.costs.subscribe(this::show);
    }

    private static ColumnConstraints right() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setMinWidth(GridPane.USE_PREF_SIZE);
        return column;
    }

    private void show(Optional<MonthlyCosts> known) {
        setVisible(known.isPresent());
        setManaged(known.isPresent());
        known.ifPresent(monthlyCosts -> {
            String month = monthlyCosts.month().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, strings.locale());
            title.setText(strings.text(
                    "journal.cost", month, String.valueOf(monthlyCosts.month().getYear())));
            sentence.setText(strings.text(monthlyCosts.charged() ? "journal.cost-charged" : "journal.cost-embedded"));
            grid.getChildren().clear();
            int line = 0;
            grid.addRow(
                    line++,
                    cell(strings.text("journal.cost-operation"), "hint"),
                    cell(strings.text("journal.cost-calls"), "hint"),
                    cell(strings.text("journal.cost-price"), "hint"));
            for (MonthlyCosts.Line each : monthlyCosts.lines()) {
                grid.addRow(
                        line++,
                        cell(each.operation(), "quiet"),
                        cell(strings.text("journal.number", each.calls()), "quiet"),
                        cell(strings.text("journal.dollars", each.price()), "quiet"));
            }
            grid.addRow(
                    line++,
                    cell(strings.text("journal.cost-free"), "quiet"),
                    cell(strings.text("journal.number", monthlyCosts.free()), "quiet"),
                    cell(strings.text("journal.cost-nothing"), "quiet"));
            grid.addRow(
                    line,
                    cell(strings.text(monthlyCosts.charged() ? "journal.cost-total" : "journal.cost-would"), "strong"),
                    cell("", "strong"),
                    cell(strings.text("journal.dollars", monthlyCosts.total()), "strong"));
        });
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
