package io.vestibule.people.ui.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.ui.PeoplePort;
import io.vestibule.people.ui.ThumbnailLoader;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.ScoreBar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows a photo beside the others, its problem in one sentence, and the possible repairs. They keep their
/// places; the best one is marked and has the focus.
public final class RepairCard extends VBox {

    private static final double WIDTH = 560;
    private static final int OTHERS = 6;

    /// The order of the buttons, whatever the scores are; the best repair is marked and has the focus.
    private static final List<PhotoProblem.Repair> PLACES = List.of(
            PhotoProblem.Repair.RETAKE,
            PhotoProblem.Repair.INDEX_AGAIN,
            PhotoProblem.Repair.WAIT,
            PhotoProblem.Repair.KEEP,
            PhotoProblem.Repair.MOVE,
            PhotoProblem.Repair.MERGE,
            PhotoProblem.Repair.ACCEPT_LOWER,
            PhotoProblem.Repair.DROP_WEAKEST,
            PhotoProblem.Repair.REMOVE);

    /// A similarity of the service or of the embedded engine, for operators who may see figures.
    private record Figure(float score, float threshold, String engine) {}

    private final Strings strings;
    private final ThumbnailLoader pictures;
    private final PeoplePort port;
    private final Optional<Button> first;

    /// @param beside person whose photos are shown beside this one: its owner, or the holder of the face
    public RepairCard(
            PersonDetail beside,
            PersonPhoto photo,
            PhotoProblem photoProblem,
            PeoplePort port,
            Strings strings,
            ThumbnailLoader pictures,
            Consumer<PhotoProblem.Remedy> chosen) {
        super(16);
        this.strings = strings;
        this.pictures = pictures;
        this.port = port;
        String name = beside.person().name();
        HBox faces = new HBox(24, captioned(strings.text("people.repair-this"), tile(photo.id(), photo.words())));
        FlowPane others = new FlowPane(8, 8);
        others.setPrefWrapLength(3 * (ThumbnailLoader.TILE + 8));
        Optional<PhotoId> weakest =
                photoProblem.cause() instanceof PhotoProblem.Cause.UserFull full ? full.weakest() : Optional.empty();
        beside.photos().stream()
                .filter(other -> !other.id().equals(photo.id()))
                .sorted((one, other) -> Boolean.compare(isWeakest(other, weakest), isWeakest(one, weakest)))
                .limit(OTHERS)
                .forEach(other -> others.getChildren().add(other(other.id(), name, isWeakest(other, weakest))));
        if (!others.getChildren().isEmpty()) {
            faces.getChildren().add(captioned(strings.text("people.repair-others", name), others));
        }
        Label sentence = new Label(photo.words());
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(WIDTH);
        getChildren().addAll(faces, sentence);
        if (port.may(io.vestibule.audit.Permission.SEE_FIGURES)) {
            figure(photoProblem.cause()).ifPresent(figure -> getChildren().add(shown(figure)));
        }
        var best = photoProblem.remedies().stream().findFirst();
        first = best.map(remedy -> button(remedy, true, name, chosen));
        for (boolean removes : List.of(false, true)) {
            FlowPane row = new FlowPane(8, 8);
            row.setPrefWrapLength(WIDTH);
            PLACES.stream()
                    .filter(repair -> removes(repair) == removes)
                    .flatMap(repair -> photoProblem.remedies().stream().filter(remedy -> remedy.repair() == repair))
                    .map(remedy -> best.equals(Optional.of(remedy))
                            ? first.orElseThrow()
                            : button(remedy, false, name, chosen))
                    .forEach(row.getChildren()::add);
            if (!row.getChildren().isEmpty()) {
                getChildren().add(row);
            }
        }
    }

    /// Control that receives the initial focus.
    public Node first() {
        return first.map(Node.class::cast).orElse(this);
    }

    /// What removes a photo has a row of its own, so that it is never where something harmless was.
    private static boolean removes(PhotoProblem.Repair repair) {
        return repair == PhotoProblem.Repair.REMOVE || repair == PhotoProblem.Repair.DROP_WEAKEST;
    }

    /// @param holder name of the person whose photos are shown beside this one
    private Button button(
            PhotoProblem.Remedy remedy, boolean best, String holder, Consumer<PhotoProblem.Remedy> chosen) {
        boolean named =
                remedy.repair() == PhotoProblem.Repair.MOVE && remedy.person().isPresent();
        String words = named
                ? strings.text("people.repair-move-to", holder)
                : strings.constant("people.repair", remedy.repair());
        Command command = new Command(words, "", () -> chosen.accept(remedy));
        return best ? Buttons.primary(command) : Buttons.of(command);
    }

    private static boolean isWeakest(PersonPhoto photo, Optional<PhotoId> weakest) {
        return weakest.equals(Optional.of(photo.id()));
    }

    private Node other(PhotoId photo, String name, boolean weakest) {
        FaceTile tile = new FaceTile(ThumbnailLoader.TILE);
        pictures.show(tile, name, Optional.of(photo));
        if (!weakest) {
            return tile;
        }
        Label word = new Label(strings.text("people.repair-weakest"));
        word.getStyleClass().add("hint");
        return new VBox(4, tile, word);
    }

    private Node tile(PhotoId photo, String words) {
        FaceTile tile = new FaceTile(ThumbnailLoader.CARD);
        pictures.show(tile, words, Optional.of(photo));
        return tile;
    }

    private static VBox captioned(String words, Node node) {
        Label caption = new Label(words);
        caption.getStyleClass().add("quiet");
        return new VBox(8, caption, node);
    }

    private static Optional<Figure> figure(PhotoProblem.Cause cause) {
        return switch (cause) {
            case PhotoProblem.Cause.LowMatch low ->
                Optional.of(new Figure(low.confidence(), low.threshold(), low.engine()));
            case PhotoProblem.Cause.FarFromOthers far -> Optional.of(new Figure(far.similarity(), -1, far.engine()));
            default -> Optional.empty();
        };
    }

    private Node shown(Figure figure) {
        String words = figure.threshold() < 0
                ? strings.text("people.figure", figure.score(), port.engineText(figure.engine()))
                : strings.text(
                        "people.figure-of", figure.score(), figure.threshold(), port.engineText(figure.engine()));
        Label label = new Label(words);
        label.getStyleClass().add("hint");
        VBox box = new VBox(4, new ScoreBar(figure.score(), figure.threshold(), words), label);
        box.setMaxWidth(320);
        return box;
    }
}
