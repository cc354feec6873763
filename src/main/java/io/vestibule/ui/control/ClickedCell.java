package io.vestibule.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;

/// The cell that a mouse event hits. The selection of a list does not tell: it stays the same when the scroll
/// bar or the space below the last cell is clicked.
public final class ClickedCell {

    private ClickedCell() {}

    /// The item of the cell; empty where the event hits none.
    public static <T> Optional<T> item(ListView<T> list, MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof ListCell<?> cell && list.equals(cell.getListView())) {
                return cell.isEmpty()
                        ? Optional.empty()
                        : Optional.of(list.getItems().get(cell.getIndex()));
            }
        }
        return Optional.empty();
    }
}
