package io.vestibule.ui.control;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.Command;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The content of an empty screen or list: its purpose, and the first step.
public final class EmptyPane extends VBox {

    private final HBox buttons = new HBox();

    private static final double WIDTH = 440;

    /// @param steps the first is the likeliest, and is accented unless the screen has a primary action already
    public EmptyPane(String icon, String title, String text, Command... steps) {
        getStyleClass().add("empty-pane");
        setAlignment(Pos.CENTER);
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        Label body = new Label(text);
        body.getStyleClass().add("quiet");
        body.setWrapText(true);
        body.setMaxWidth(WIDTH);
        body.setMinHeight(USE_PREF_SIZE);
        buttons.getStyleClass().add("buttons");
        for (Command step : steps) {
            buttons.getChildren().add(Buttons.of(step));
        }
        if (steps.length > 0) {
            buttons.getChildren().getFirst().getStyleClass().add(Styles.ACCENT);
        }
        getChildren().addAll(Icon.of(icon, "empty-icon"), head, body, buttons);
    }

    /// Moves the focus to the likeliest step, if there is one.
    public void focusFirst() {
        buttons.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }
}
