package io.vestibule.people.ui.detail;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Facts, one per line: label and value.
final class FactGrid extends GridPane {

    private record Line(Label label, Label value, Tooltip exact) {}

    private final List<Line> lines = new ArrayList<>();

    FactGrid() {
        super(16, 8);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().setAll(labels, values);
    }

    void show(List<PersonDetail.Fact> facts) {
        while (lines.size() < facts.size()) {
            add();
        }
        while (lines.size() > facts.size()) {
            Line line = lines.removeLast();
            getChildren().removeAll(line.label(), line.value());
        }
        for (int i = 0; i < facts.size(); i++) {
            PersonDetail.Fact fact = facts.get(i);
            Line line = lines.get(i);
            line.label().setText(fact.label());
            line.value().setText(fact.value());
            line.value().setAccessibleText(fact.label() + ": " + fact.value());
            line.exact().setText(fact.exact());
            line.value().setTooltip(fact.exact().isEmpty() ? null : line.exact());
        }
    }

    private void add() {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.setMinWidth(USE_PREF_SIZE);
        Label value = new Label();
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        Line line = new Line(label, value, new Tooltip());
        addRow(lines.size(), label, value);
        lines.add(line);
    }
}
