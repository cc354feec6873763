package io.vestibule.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// A text of any length in a row of fixed height, such as a name. The tooltip has all of it, and whoever selects the
/// row sees it beside the list.
public final class RowLabel extends Label {

    public RowLabel() {
        var whole = new Tooltip();
        whole.textProperty().bind(textProperty());
        textProperty().subscribe(text -> setTooltip(text == null || text.isEmpty() ? null : whole));
        setMinWidth(0);
    }

    /// The same for the cells of a table.
    public static <S> Callback<TableColumn<S, String>, TableCell<S, String>> cells() {
        return _ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                setTooltip(empty || item == null || item.isEmpty() ? null : new Tooltip(item));
            }
        };
    }
}
