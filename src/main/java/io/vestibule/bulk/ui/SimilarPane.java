package io.vestibule.bulk.ui;

import io.vestibule.ui.control.FaceTile;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The face of the row beside the one that it looks like.
final class SimilarPane {

    private static final double WIDTH = 132;

    private final ImportModel model;
    private final FaceTile here = new FaceTile(WIDTH);
    private final FaceTile there = new FaceTile(WIDTH);
    private final Label hereName = new Label();
    private final Label thereName = new Label();
    private final HBox root;

    SimilarPane(ImportModel model) {
        this.model = model;
        root = new HBox(12, named(here, hereName), named(there, thereName));
        show();
        model.selected.subscribe(this::show);
        model.face.subscribe(this::show);
        model.other.subscribe(this::show);
    }

    private static VBox named(FaceTile tile, Label name) {
        name.setWrapText(true);
        name.setMaxWidth(WIDTH);
        name.getStyleClass().add("quiet");
        return new VBox(4, tile, name);
    }

    private void show() {
        var other = model.other.get();
        root.setVisible(other.isPresent());
        root.setManaged(other.isPresent());
        if (other.isEmpty()) {
            return;
        }
        var name =
                model.selected.get().map(row -> row.content().listed().name()).orElse("");
        show(here, hereName, name, model.face.get());
        show(there, thereName, other.get().name(), other.get().thumbnail());
    }

    private static void show(FaceTile tile, Label label, String name, Optional<byte[]> thumbnail) {
        tile.name(name);
        tile.show(thumbnail.map(bytes -> FaceTile.decode(bytes, WIDTH, null)).orElse(null), null);
        label.setText(name);
    }

    Node node() {
        return root;
    }
}
