package io.vestibule.enrol.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.StateBadge;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A photo of the strip, or somebody who was just saved: picture, state, and what to do about it.
final class TileNode {

    private static final double WIDTH = 72;

    private TileNode() {}

    static Node of(Tile tile, Strings strings, Runnable remove, Runnable pick) {
        var face = new FaceTile(WIDTH);
        face.name(strings.text("enrol.photo"));
        tile.picture().subscribe(bytes -> {
            if (bytes != null) {
                face.show(FaceTile.decode(bytes, WIDTH, null), null);
            }
        });
        var badge = new StateBadge(strings);
        tile.state().subscribe(now -> badge.show(now));
        var words = words();
        words.textProperty().bind(tile.words());
        var buttons = new HBox(4, Buttons.icon(new Command(strings.text("enrol.remove-photo"), "mdi2c-close", remove)));
        var choose = Buttons.of(new Command(strings.text("enrol.pick"), "mdi2f-face-recognition", pick));
        tile.state().subscribe(_ -> {
            choose.setVisible(tile.group().isPresent());
            choose.setManaged(tile.group().isPresent());
        });
        buttons.getChildren().addFirst(choose);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return card(face, badge, words, buttons);
    }

    static Node of(Result result, Strings strings) {
        var face = new FaceTile(WIDTH);
        face.name(result.name());
        result.picture().ifPresent(bytes -> face.show(FaceTile.decode(bytes, WIDTH, null), null));
        var name = new Label(result.name());
        name.getStyleClass().add("strong");
        var badge = new StateBadge(strings);
        result.state().subscribe(now -> badge.show(now));
        var words = words();
        words.textProperty().bind(result.words());
        return card(face, name, badge, words);
    }

    private static Label words() {
        var words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("hint");
        return words;
    }

    private static Node card(FaceTile face, Node... lines) {
        var column = new VBox(4, lines);
        column.setPrefWidth(190);
        var card = new HBox(12, face, column);
        card.getStyleClass().addAll("card-pane", "photo-card");
        return card;
    }
}
