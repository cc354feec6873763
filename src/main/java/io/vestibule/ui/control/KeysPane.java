package io.vestibule.ui.control;

import io.vestibule.ui.KeyHint;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The list of keyboard shortcuts, in groups.
public final class KeysPane extends HBox {

    public KeysPane(List<Group> groups) {
        getStyleClass().add("keys-pane");
        groups.stream()
                .filter(group -> !group.hints().isEmpty())
                .forEach(group -> getChildren().add(column(group)));
    }

    /// @param title for example the name of the screen
    public record Group(String title, List<KeyHint> hints) {}

    private static VBox column(Group group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("field-label");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int row = 0; row < group.hints().size(); row++) {
            KeyHint hint = group.hints().get(row);
            Label words = new Label(hint.words());
            words.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row, caps(hint.keys()), words);
        }
        return new VBox(12, title, grid);
    }

    private static HBox caps(String keys) {
        HBox caps = new HBox(4);
        for (String key : keys.split("\\+", -1)) {
            Label cap = new Label(key);
            cap.setMinWidth(USE_PREF_SIZE);
            cap.getStyleClass().add("key-cap");
            caps.getChildren().add(cap);
        }
        caps.setAccessibleText(keys);
        return caps;
    }
}
