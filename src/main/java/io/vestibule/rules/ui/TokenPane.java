package io.vestibule.rules.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.control.Buttons;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Chosen items side by side, each with a button that removes it.
final class TokenPane extends FlowPane {

    private static final double HEIGHT = 32;

    /// @param key tells tokens of the same words apart: the id or address that is removed
    /// @param picture shown before the text; empty for none
    /// @param removeWords accessible text of the remove button; `remove` is its action
    record Token(String key, List<Node> picture, String words, String removeWords, Runnable remove) {}

    private record Shown(boolean editable, String key, String words, int pictures) {}

    private Optional<List<Shown>> shown = Optional.empty();

    TokenPane() {
        super(8, 8);
    }

    void show(List<Token> tokens, boolean editable) {
        List<Shown> now = tokens.stream()
                .map(token -> new Shown(
                        editable, token.key(), token.words(), token.picture().size()))
                .toList();
        if (shown.equals(Optional.of(now))) {
            return;
        }
        shown = Optional.of(now);
        boolean focused = getChildren().stream().anyMatch(Node::isFocusWithin);
        getChildren().setAll(tokens.stream().map(token -> node(token, editable)).toList());
        RuleCard.hide(this, tokens.isEmpty());
        if (focused && !getChildren().isEmpty()) {
            ((HBox) getChildren().getLast()).getChildren().getLast().requestFocus();
        }
    }

    private static HBox node(Token token, boolean editable) {
        HBox node = new HBox(8);
        node.getStyleClass().add("token");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinHeight(HEIGHT);
        node.getChildren().addAll(token.picture());
        Label words = new Label(token.words());
        words.setMinWidth(0);
        node.getChildren().add(words);
        if (editable) {
            Button cross = Buttons.icon(new Command(token.removeWords(), "mdi2c-close", token.remove()));
            cross.getStyleClass().add("token-cross");
            node.getChildren().add(cross);
        }
        return node;
    }
}
