package io.vestibule.ui.control;

import io.vestibule.ui.KeyHint;
import io.vestibule.ui.Strings;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The list of keyboard shortcuts, in groups.
public final class KeysPane extends HBox {

    private final Strings strings;

    public KeysPane(Strings strings, List<Group> groups) {
        this.strings = strings;
        getStyleClass().add("keys-pane");
        groups.stream()
                .filter(group -> !group.hints().isEmpty())
                .forEach(group -> getChildren().add(column(group)));
    }

    /// @param title for example the name of the screen
    public record Group(String title, List<KeyHint> hints) {}

    private VBox column(Group group) {
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

    private HBox caps(String keys) {
        HBox caps = new HBox(4);
        List<String> names = Stream.of(keys.split("\\+", -1)).map(this::printed).toList();
        for (String name : names) {
            Label cap = new Label(name);
            cap.setMinWidth(USE_PREF_SIZE);
            cap.getStyleClass().add("key-cap");
            caps.getChildren().add(cap);
        }
        caps.setAccessibleText(String.join("+", names));
        return caps;
    }

    /// What is printed on the key on a keyboard of the language.
    private String printed(String key) {
        return switch (key) {
            case "Ctrl" -> strings.text("ui.key.ctrl");
            case "Shift" -> strings.text("ui.key.shift");
            case "Enter" -> strings.text("ui.key.enter");
            case "Space" -> strings.text("ui.key.space");
            case "Delete" -> strings.text("ui.key.delete");
            case "Insert" -> strings.text("ui.key.insert");
            case "Arrows" -> strings.text("ui.key.arrows");
            case "Up / Down" -> strings.text("ui.key.up-down");
            default -> key;
        };
    }
}
