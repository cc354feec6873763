package io.vestibule.doctor.ui;

import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.doctor.RemedyFlow;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One kind of discrepancy: how many, why they matter, what would be done about them, and the first few ids. What can
/// be fixed has a box to choose it.
final class DiscrepancyPane extends VBox {

    private static final double INDENT = 28;

    private final DoctorModel model;
    private final Strings strings;
    private final DiscrepancyRow row;

    DiscrepancyPane(DoctorModel model, DiscrepancyRow row) {
        super(4);
        this.model = model;
        this.strings = model.strings();
        this.row = row;
        getStyleClass().add("card-pane");
        var number = new Label(strings.text("doctor.number", row.total()));
        number.getStyleClass().add("strong");
        number.setMinWidth(USE_PREF_SIZE);
        var title = row.isFixable() ? box() : told();
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(12, title, number);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        lines().forEach(line -> getChildren().add(indented(line, "quiet")));
        getChildren().add(indented(strings.text("doctor.examples", String.join(", ", row.examples())), "hint"));
    }

    private Region box() {
        DiscrepancyKind kind = row.kind();
        var box = new CheckBox(strings.constant("doctor.kind", kind));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setSelected(model.chosen.contains(kind));
        box.setAccessibleHelp(String.join(" ", lines()));
        box.selectedProperty().addListener((_, _, selected) -> {
            if (selected) {
                model.chosen.add(kind);
            } else {
                model.chosen.remove(kind);
            }
        });
        return box;
    }

    private Region told() {
        var label = new Label(strings.constant("doctor.kind", row.kind()));
        boolean settled = row.total() == row.number(DiscrepancyState.SETTLED);
        label.setGraphic(Icon.of(settled ? "mdi2c-check-circle" : "mdi2i-information-outline"));
        label.setGraphicTextGap(8);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(strings.constant("doctor.reason", row.kind()));
        long open = row.number(DiscrepancyState.OPEN);
        row.kind().remedy().filter(_ -> open > 0).ifPresent(remedy -> {
            var action = strings.constant("doctor.remedy", remedy);
            lines.add(
                    model.isCharged() && remedy.chargedCalls() > 0
                            ? strings.text("doctor.fix-price", action, RemedyFlow.price(row.kind(), open))
                            : strings.text("doctor.fix", action));
        });
        for (var state : DiscrepancyState.values()) {
            if (row.number(state) > 0 && row.total() > open) {
                lines.add(strings.constant("doctor.state", state, row.number(state)));
            }
        }
        return lines;
    }

    private static Node indented(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        VBox.setMargin(label, new Insets(0, 0, 0, INDENT));
        return label;
    }
}
