package io.vestibule.bulk.ui;

import io.vestibule.bulk.GroupPhoto;
import io.vestibule.photo.ThumbnailGenerator;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The faces of a group photo, one of which is that of the row.
final class GroupPane {

    private static final double WIDTH = 76;

    private final ImportModel model;
    private final Strings strings;
    private final FlowPane faces = new FlowPane(8, 8);
    private final VBox root;

    GroupPane(ImportModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        var sentence = new Label(strings.text("bulk.pick-face"));
        sentence.setWrapText(true);
        sentence.getStyleClass().add("strong");
        root = new VBox(8, sentence, faces);
        model.group.subscribe(this::show);
    }

    private void show(Optional<GroupPhoto> group) {
        root.setVisible(group.isPresent());
        root.setManaged(group.isPresent());
        faces.getChildren().clear();
        group.ifPresent(this::addFaces);
    }

    private void addFaces(GroupPhoto group) {
        var thumbnails = ThumbnailGenerator.standard();
        int number = 1;
        for (var face : group.faces().faces()) {
            var box = face.box();
            faces.getChildren()
                    .add(FaceTile.choice(
                            WIDTH,
                            thumbnails.generate(group.faces().pixels(), box.x(), box.y(), box.width(), box.height()),
                            strings.text("bulk.pick-face-number", number++),
                            () -> model.pick(group, face)));
        }
    }

    Node node() {
        return root;
    }
}
