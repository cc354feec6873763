package io.vestibule.app.setup;

import io.vestibule.ui.control.LabelledField;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Rows that are built anew when their list changes.
final class Rows {

    /// Height of the label above a field and the space below it.
    private static final double LABEL = 22;

    private Rows() {}

    /// Builds the rows anew and gives the focus back to the control of the same id, or to the first one of the rows.
    static void rebuild(Parent card, Parent rows, Runnable build) {
        Node focused = card.getScene() == null ? null : card.getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        boolean inside = focused != null && isBelow(focused, rows);
        build.run();
        if (inside) {
            Node again = id == null ? null : rows.lookup("#" + id);
            Node next = again == null || again.isDisabled() ? firstControl(rows) : again;
            if (next != null) {
                next.requestFocus();
            }
        }
    }

    /// A field with a button at the height of its control.
    static HBox besideField(LabelledField<?> field, Button button) {
        HBox row = new HBox(8, field, button);
        HBox.setMargin(button, new Insets(LABEL, 0, 0, 0));
        return row;
    }

    private static @Nullable Node firstControl(Parent rows) {
        return rows.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .orElse(null);
    }

    private static boolean isBelow(Node node, Parent top) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }
}
