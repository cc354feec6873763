package io.vestibule.people.ui.repair;

import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says what it means to accept a photo that is not similar enough: who will be found as whom. The way back has the
/// focus.
public final class AcceptCard extends VBox {

    private static final double WIDTH = 480;

    private final Button back;

    /// @param lookAlike name of the person whom the photo rather seems to show, if the collection has one
    public AcceptCard(
            PersonDetail person,
            PersonPhoto photo,
            Optional<String> lookAlike,
            Strings strings,
            ThumbnailLoader pictures,
            Runnable accept,
            Runnable cancel) {
        super(16);
        String name = person.person().name();
        FaceTile face = new FaceTile(ThumbnailLoader.CARD);
        pictures.show(face, photo.words(), Optional.of(photo.id()));
        FaceTile known = new FaceTile(ThumbnailLoader.CARD);
        pictures.show(known, name, person.face());
        HBox faces = new HBox(24, captioned(strings.text("people.repair-this"), face), captioned(name, known));
        Label sentence = wrapped(lookAlike
                .map(other -> strings.text("people.accept-alike", other, name))
                .orElseGet(() -> strings.text("people.accept-means", name)));
        Label note = wrapped(strings.text("people.accept-note", name));
        note.getStyleClass().add("quiet");
        back = Buttons.primary(new Command(strings.text("people.cancel"), "", cancel));
        Button does = Buttons.of(new Command(strings.text("people.accept-do", name), "mdi2c-check", accept));
        FlowPane buttons = new FlowPane(8, 8, back, does);
        buttons.setPrefWrapLength(WIDTH);
        getChildren().setAll(faces, sentence, note, buttons);
    }

    /// Control that receives the initial focus.
    public Node first() {
        return back;
    }

    private static VBox captioned(String words, Node node) {
        Label caption = new Label(words);
        caption.getStyleClass().add("quiet");
        return new VBox(8, caption, node);
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setPrefWidth(WIDTH);
        return label;
    }
}
