package io.vestibule.rules.ui;

import io.vestibule.ui.Strings;
import io.vestibule.ui.control.RowLabel;
import io.vestibule.ui.control.StateBadge;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One row: name, state as text, and the sentence in two lines.
final class RuleCell extends ListCell<RuleRow> {

    static final double HEIGHT = 104;

    private final Strings strings;
    private final RowLabel name = new RowLabel();
    private final RowLabel sentence = new RowLabel();
    private final StateBadge badge;
    private final VBox row;

    RuleCell(Strings strings) {
        this.strings = strings;
        badge = new StateBadge(strings);
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        sentence.getStyleClass().add("hint");
        sentence.setWrapText(true);
        sentence.setMaxHeight(34);
        row = new VBox(4, name, badge, sentence);
        row.setAlignment(Pos.TOP_LEFT);
        row.setPadding(new Insets(12, 0, 0, 0));
        setPadding(new Insets(0, 12, 0, 12));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RuleRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(item.name());
        sentence.setText(item.sentence());
        badge.show(item.state(), item.stateText());
        setAccessibleText(strings.text("rules.row", item.name(), item.stateText(), item.sentence()));
        setGraphic(row);
    }
}
