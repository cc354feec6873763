package io.vestibule.enrol.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.RowLabel;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Card of a photo in the strip, or of a recent enrolment: picture, status, and the action that it offers.
final class TileNode {

    /// Size of the face picture; with the padding around it, it determines the height of the card.
    static final double FACE = 72;

    private final Strings strings;

    TileNode(Strings strings) {
        this.strings = strings;
    }

    Region of(Tile tile, Runnable remove, Runnable pick) {
        var face = new FaceTile(FACE);
        face.blank(strings.text("enrol.photo"));
        tile.picture().subscribe(picture -> {
            if (picture != null) {
                face.show(picture, null);
            }
        });
        var choose = Buttons.of(new Command(strings.text("enrol.pick-short"), "mdi2a-account-search-outline", pick));
        choose.getStyleClass().add("tile-pick");
        tile.state().subscribe(_ -> {
            choose.setVisible(tile.group().isPresent());
            choose.setManaged(tile.group().isPresent());
        });
        var away = Buttons.icon(new Command(strings.text("enrol.remove-photo"), "mdi2c-close", remove));
        away.getStyleClass().add("tile-close");
        var file = new RowLabel();
        file.setText(tile.fileName());
        file.getStyleClass().add("hint");
        List<Region> above = tile.fileName().isEmpty() ? List.of() : List.of(file);
        var title = tile.fileName().isEmpty() ? strings.text("enrol.photo") : tile.fileName();
        return card(face, title, tile.state(), tile.words(), List.of(away), above, choose);
    }

    /// @param onRepair action that is offered if the status needs attention
    Region of(RecentEnrolment recentEnrolment, Runnable onRepair) {
        var face = new FaceTile(FACE);
        var name = new Label();
        name.textProperty().bind(recentEnrolment.nameProperty());
        recentEnrolment.nameProperty().subscribe(now -> {
            face.name(now);
            recentEnrolment.picture().ifPresent(picture -> face.show(picture, null));
        });
        name.getStyleClass().add("strong");
        var repair = Buttons.of(new Command(strings.text("enrol.repair"), "", onRepair));
        repair.getStyleClass().add("tile-repair");
        repair.setAccessibleText(strings.text("enrol.repair-person", recentEnrolment.name()));
        recentEnrolment.state().subscribe(state -> {
            var asks = state == State.LOOK || state == State.REFUSED;
            repair.setVisible(asks);
            repair.setManaged(asks);
        });
        return card(
                face,
                recentEnrolment.name(),
                recentEnrolment.state(),
                recentEnrolment.words(),
                List.of(),
                List.of(name),
                repair);
    }

    /// @param corner at the right of the state
    /// @param above between the state and the message
    /// @param action under the message, where a label of any length has its place
    private Region card(
            FaceTile face,
            String title,
            ObservableValue<State> state,
            ObservableValue<String> message,
            List<Region> corner,
            List<Region> above,
            Region action) {
        var badge = new StateBadge(strings);
        var words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("hint");
        words.setMinHeight(0);
        var full = new Tooltip();
        words.setTooltip(full);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(4, badge, gap);
        head.getChildren().addAll(corner);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tile-head");
        var column = new VBox(2, head);
        column.getChildren().addAll(above);
        column.getChildren().addAll(words, action);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        var card = new HBox(12, face, column);
        card.getStyleClass().addAll("card-pane", "photo-card");
        card.setAccessibleRole(AccessibleRole.PARENT);
        Runnable show = () -> {
            var now = state.getValue();
            var text = message.getValue();
            // A finished state needs only its text, without a second label.
            if (now == State.DONE) {
                badge.show(now, text);
            } else {
                badge.show(now);
            }
            words.setText(now == State.DONE ? "" : text);
            full.setText(text);
            card.setAccessibleText(title + ": " + text);
        };
        state.subscribe(_ -> show.run());
        message.subscribe(_ -> show.run());
        return card;
    }
}
