package io.vestibule.enrol.ui;

import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.photo.ThumbnailGenerator;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.vision.Face;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The faces of a group photo, one of which the operator picks.
final class FacePicker {

    private static final double WIDTH = 96;
    private static final double IN_A_ROW = 540;
    private static final double HEIGHT = 420; // three rows; a class photo scrolls

    private final VBox node;
    private final FlowPane faces = new FlowPane(12, 12);

    FacePicker(Strings strings, IntakeResult.MultipleFaces multipleFaces, Consumer<Face> picked) {
        var thumbnails = ThumbnailGenerator.standard();
        int number = 1;
        for (var face : multipleFaces.faces()) {
            var box = face.box();
            faces.getChildren()
                    .add(FaceTile.choice(
                            WIDTH,
                            thumbnails.generate(multipleFaces.pixels(), box.x(), box.y(), box.width(), box.height()),
                            strings.text("enrol.pick-face", number++),
                            () -> picked.accept(face)));
        }
        var sentence = new Label(strings.text("enrol.pick-sentence"));
        sentence.setWrapText(true);
        faces.setPrefWrapLength(IN_A_ROW);
        var scroll = new ScrollPane(faces);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HEIGHT);
        scroll.setFocusTraversable(false);
        node = new VBox(16, sentence, scroll);
    }

    Node node() {
        return node;
    }

    Node first() {
        return faces.getChildren().isEmpty() ? node : faces.getChildren().getFirst();
    }
}
