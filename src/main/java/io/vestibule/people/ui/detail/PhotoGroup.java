package io.vestibule.people.ui.detail;

import io.vestibule.base.PhotoId;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Photos of one status group, under its title. Hidden while there are none.
final class PhotoGroup extends VBox {

    private final FlowPane tiles = new FlowPane(12, 16);

    PhotoGroup(String title) {
        super(12);
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        getChildren().addAll(head, tiles);
    }

    /// Existing tiles keep their node and the focus.
    void show(List<PersonPhoto> photos, Map<PhotoId, PhotoTile> all) {
        List<Node> wanted =
                photos.stream().<Node>map(photo -> all.get(photo.id())).toList();
        if (!tiles.getChildren().equals(wanted)) {
            tiles.getChildren().setAll(wanted);
        }
        setVisible(!wanted.isEmpty());
        setManaged(!wanted.isEmpty());
    }

    /// Removes tiles that belong to another group now, before they are added there.
    void release(List<PersonPhoto> photos, Map<PhotoId, PhotoTile> all) {
        List<PhotoTile> wanted =
                photos.stream().map(photo -> all.get(photo.id())).toList();
        tiles.getChildren().removeIf(tile -> !wanted.contains(tile));
    }
}
