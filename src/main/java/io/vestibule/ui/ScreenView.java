package io.vestibule.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// A view that fills the window, with what it puts into the window's title row.
public interface ScreenView extends View {

    /// The one accented action of the screen, shown at the end of the title row.
    default Optional<Command> primary() {
        return Optional.empty();
    }

    /// The search field of the screen, shown in the title row; Ctrl+F goes there.
    default Optional<Node> search() {
        return Optional.empty();
    }

    /// Keys that work on this screen, for the map that F1 shows.
    default List<KeyHint> keys() {
        return List.of();
    }
}
