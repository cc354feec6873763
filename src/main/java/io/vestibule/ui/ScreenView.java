package io.vestibule.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// A view that fills the window, with its content for the window's title row.
public interface ScreenView extends View {

    /// The one accented action of the screen, shown at the end of the title row.
    default Optional<Command> primary() {
        return Optional.empty();
    }

    /// The search field of the screen, shown in the title row; Ctrl+F focuses it.
    default Optional<Node> search() {
        return Optional.empty();
    }

    /// What Ctrl+Z takes back on this screen, besides what a banner offers to undo.
    default Optional<LastEdit> lastEdit() {
        return Optional.empty();
    }

    /// Keyboard shortcuts of this screen, for the list that F1 shows.
    default List<KeyHint> keys() {
        return List.of();
    }
}
