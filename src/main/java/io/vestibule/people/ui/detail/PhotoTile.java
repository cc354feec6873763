package io.vestibule.people.ui.detail;

import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One photo with its status, its repair, and a menu of actions. The node stays the same while the photo is shown.
final class PhotoTile extends VBox {

    /// Actions of a tile.
    interface TileActions {
        void open(PersonPhoto photo);

        void openRepair(PersonPhoto photo);

        void move(PersonPhoto photo);

        void remove(PersonPhoto photo);

        boolean mayMove();

        boolean mayRemove();
    }

    private final Strings strings;
    private final ThumbnailLoader pictures;
    private final TileActions actions;
    private final FaceTile face = new FaceTile(ThumbnailLoader.TILE);
    private final Button open = new Button(null, face);
    private final StateBadge badge;
    private final Label words = new Label();
    private final Button repair;
    private final Button more;
    private PersonPhoto photo;

    PhotoTile(PersonPhoto photo, Strings strings, ThumbnailLoader pictures, TileActions tileActions) {
        super(8);
        this.photo = photo;
        this.strings = strings;
        this.pictures = pictures;
        this.actions = tileActions;
        badge = new StateBadge(strings);
        open.getStyleClass().add("photo-button");
        open.setOnAction(_ -> this.actions.open(this.photo));
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        repair = new Button(strings.text("people.repair"));
        repair.setMinWidth(Region.USE_PREF_SIZE);
        repair.setOnAction(_ -> this.actions.openRepair(this.photo));
        more = new Button(null, Icon.of("mdi2d-dots-horizontal"));
        more.getStyleClass().addAll("button-icon", "flat");
        more.setOnAction(_ -> menu());
        setMinWidth(USE_PREF_SIZE);
    }

    void show(PersonPhoto now, String name) {
        photo = now;
        pictures.show(face, name, Optional.of(now.id()));
        face.setAccessibleText(name + ", " + now.words());
        open.setAccessibleText(strings.text("people.photo-open", name, now.words()));
        boolean look = now.group() == PersonPhoto.Group.LOOK;
        boolean menu = actions.mayMove() || actions.mayRemove();
        more.setAccessibleText(strings.text("people.photo-more", now.words()));
        repair.setAccessibleHelp(now.words());
        words.setText(now.words());
        badge.show(state(now.group()), look ? strings.text("people.photo-needs") : now.words());
        setShown(repair, look && now.problem().isPresent());
        setShown(more, menu);
        setPrefWidth(look ? ThumbnailLoader.TILE * 2 : ThumbnailLoader.TILE);
        if (getChildren().isEmpty()) {
            HBox line = new HBox(4, badge, more);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(ThumbnailLoader.TILE);
            HBox.setHgrow(badge, Priority.ALWAYS);
            badge.setMaxWidth(Double.MAX_VALUE);
            getChildren().setAll(open, line, words, repair);
        }
        setShown(words, look);
    }

    private static State state(PersonPhoto.Group group) {
        return switch (group) {
            case LOOK -> State.LOOK;
            case DONE -> State.DONE;
            case WAY -> State.RUNNING;
        };
    }

    private static void setShown(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void menu() {
        ContextMenu menu = new ContextMenu();
        if (actions.mayMove()) {
            menu.getItems().add(item(strings.text("people.photo-move"), () -> actions.move(photo)));
        }
        if (actions.mayRemove()) {
            menu.getItems().add(item(strings.text("people.photo-remove"), () -> actions.remove(photo)));
        }
        menu.show(more, Side.BOTTOM, 0, 0);
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
