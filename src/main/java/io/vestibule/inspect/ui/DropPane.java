package io.vestibule.inspect.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Drop target and buttons for a picture, with a note on what happens to it.
final class DropPane extends VBox {

    private static final double HEIGHT = 196;
    private static final double TEXT = 420;

    private final Button choose;

    /// @param kept note on what happens to the picture
    /// @param more further commands for getting a picture
    DropPane(String words, String kept, Command chosen, Command... more) {
        super(12);
        choose = Buttons.primary(chosen);
        getStyleClass().add("drop-zone");
        setAlignment(Pos.CENTER);
        setMinHeight(HEIGHT);
        HBox ways = new HBox(8, choose);
        ways.setAlignment(Pos.CENTER);
        for (Command way : more) {
            ways.getChildren().add(Buttons.of(way));
        }
        getChildren().setAll(Icon.of("mdi2c-card-account-details-outline"), quiet(words), ways, quiet(kept));
    }

    Button choose() {
        return choose;
    }

    /// Shown while the picture is analysed.
    static VBox waiting(String words) {
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(words);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox pane = new VBox(12, quiet(words), bar);
        pane.setAlignment(Pos.CENTER);
        pane.setMinHeight(HEIGHT);
        return pane;
    }

    static Label quiet(String words) {
        Label label = wrapped(words, "quiet");
        label.setMaxWidth(TEXT);
        return label;
    }

    static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
