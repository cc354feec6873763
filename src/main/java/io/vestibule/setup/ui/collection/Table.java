package io.vestibule.setup.ui.collection;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Rows of a name and figures. The labels are created once; only their text changes.
final class Table extends GridPane {

    /// One row.
    static final class Row {

        private final Label name;
        private final List<Label> values;

        private Row(Label name, List<Label> values) {
            this.name = name;
            this.values = values;
        }

        void show(String... words) {
            for (int i = 0; i < values.size(); i++) {
                values.get(i).setText(words[i]);
            }
            name.setAccessibleText(name.getText() + ": " + String.join(", ", words));
        }
    }

    private final int columns;
    private int next;

    /// @param columns of figures, after the name
    Table(int columns) {
        super(16, 8);
        this.columns = columns;
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(name);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints value = new ColumnConstraints();
            value.setHalignment(HPos.RIGHT);
            value.setMinWidth(Region.USE_PREF_SIZE);
            getColumnConstraints().add(value);
        }
    }

    Row row(String name, String style) {
        Label label = new Label(name);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        add(label, 0, next);
        List<Label> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Label value = new Label();
            value.getStyleClass().add(style);
            add(value, i + 1, next);
            values.add(value);
        }
        next++;
        return new Row(label, values);
    }

    /// A row that is a part of the one above it.
    Row part(String name) {
        Row row = row(name, "quiet");
        row.name.setPadding(new Insets(0, 0, 0, 16));
        return row;
    }

    void head(String... words) {
        row("", "hint").show(words);
    }
}
