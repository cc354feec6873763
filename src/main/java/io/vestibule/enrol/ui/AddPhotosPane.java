package io.vestibule.enrol.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Replaces the form while photos of an enrolled person are taken: shows who it is, and the way back.
final class AddPhotosPane {

    private static final double FACE = 128;

    private final Strings strings;
    private final FaceTile face = new FaceTile(FACE);
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Button other;
    private final VBox root;

    AddPhotosPane(Strings strings, Runnable back) {
        this.strings = strings;
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        other = Buttons.of(new Command(strings.text("enrol.more-back"), "mdi2a-arrow-left", back));
        root = new VBox(16, face, title, sentence, other);
        root.getStyleClass().add("enrol-form");
        root.setMinWidth(FormPane.WIDTH);
        root.setPrefWidth(FormPane.WIDTH);
        root.setMaxWidth(FormPane.WIDTH);
    }

    void show(AddPhotosRequest more) {
        face.blank(more.name());
        more.picture().ifPresent(bytes -> face.show(FaceTile.decode(bytes, FACE, null), null));
        if (more.replaces().isPresent()) {
            title.setText(strings.text("enrol.retake-title", more.name()));
            sentence.setText(strings.text("enrol.retake-sentence"));
        } else {
            title.setText(strings.text("enrol.more-title", more.name()));
            sentence.setText(strings.text("enrol.more-sentence"));
        }
    }

    Node node() {
        return root;
    }

    Node back() {
        return other;
    }
}
