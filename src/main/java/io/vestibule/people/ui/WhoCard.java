package io.vestibule.people.ui;

import io.vestibule.people.WhoIs;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.ScoreBar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for a photo, and tells whom it shows: best first, with how far the next one is behind. The photo is forgotten
/// when the card closes.
public final class WhoCard extends VBox {

    private static final double WIDTH = 560;

    /// Above the threshold by this share of what is left to 100, somebody looks very much like the photo.
    private static final double VERY = 0.6;

    /// Points by which the best must lead to be told apart from the next.
    private static final double CLEAR = 3;

    private final Strings strings;
    private final PeopleDesk desk;
    private final FacePictures pictures;
    private final Button choose;
    private final HBox ways;

    /// @param taken a picture that the camera of this desk took
    public WhoCard(
            PeopleDesk desk, Strings strings, FacePictures pictures, Runnable chooseFile, Consumer<Pixels> taken) {
        super(16);
        this.desk = desk;
        this.strings = strings;
        this.pictures = pictures;
        setPrefWidth(WIDTH);
        choose = Buttons.primary(new Command(strings.text("people.who-choose"), "mdi2i-image-plus", chooseFile));
        ways = new HBox(8, choose);
        ways.setAlignment(Pos.CENTER);
        if (desk.still().isPresent()) {
            ways.getChildren()
                    .add(Buttons.of(new Command(strings.text("people.who-camera"), "mdi2w-webcam", () -> look(taken))));
        }
        ask();
    }

    /// Where typing goes first.
    public Node first() {
        return choose;
    }

    private void ask() {
        Label words = quiet(strings.text("people.who-drop"));
        VBox zone = new VBox(12, words, ways, quiet(strings.text("people.who-kept")));
        zone.getStyleClass().add("drop-zone");
        zone.setAlignment(Pos.CENTER);
        zone.setMinHeight(180);
        getChildren().setAll(zone);
    }

    /// The live picture, until one was taken or nobody wants one any more.
    private void look(Consumer<Pixels> taken) {
        desk.still().ifPresent(camera -> {
            getChildren().setAll(camera.node());
            camera.open(still -> {
                ask();
                choose.requestFocus();
                still.ifPresent(taken);
            });
            camera.initialFocus().requestFocus();
        });
    }

    /// The photo is looked at.
    public void searching() {
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(strings.text("people.who-searching"));
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox zone = new VBox(12, quiet(strings.text("people.who-searching")), bar);
        zone.setAlignment(Pos.CENTER);
        zone.setMinHeight(180);
        getChildren().setAll(zone);
    }

    /// @param faces pictures of those who were found
    /// @param open goes to a person
    public void show(
            WhoIs.Answer answer,
            Map<WhoIs.Match, Optional<io.vestibule.base.PhotoId>> faces,
            Consumer<WhoIs.Match> open) {
        switch (answer) {
            case WhoIs.Answer.Asked asked -> matches(asked, faces, open);
            case WhoIs.Answer.NoFace none -> nothing(tile(none.probe()), String.join(" ", none.reasons()));
            case WhoIs.Answer.Unreadable unreadable -> problem(strings.problem(unreadable.problem()));
        }
    }

    /// The service gave no answer.
    public void problem(ProblemWords words) {
        VBox text = new VBox(8, wrapped(words.what(), "card-title"), quiet(words.means()), quiet(words.advice()), ways);
        getChildren().setAll(text);
        choose.requestFocus();
    }

    private void nothing(Node probe, String words) {
        VBox text = new VBox(12, wrapped(words, "label"), ways);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(new HBox(24, probe, text));
        choose.requestFocus();
    }

    private void matches(
            WhoIs.Answer.Asked asked,
            Map<WhoIs.Match, Optional<io.vestibule.base.PhotoId>> faces,
            Consumer<WhoIs.Match> open) {
        if (asked.matches().isEmpty()) {
            nothing(tile(asked.probe()), strings.text("people.who-nobody"));
            return;
        }
        VBox rows = new VBox(8);
        List<WhoIs.Match> matches = asked.matches();
        for (int i = 0; i < matches.size(); i++) {
            float next = i + 1 < matches.size() ? matches.get(i + 1).similarity() : asked.threshold();
            rows.getChildren().add(row(asked, matches.get(i), next, i + 1 < matches.size(), faces, open));
        }
        HBox.setHgrow(rows, Priority.ALWAYS);
        VBox probe = new VBox(8, tile(asked.probe()), quiet(strings.text("people.who-photo")));
        getChildren().setAll(new HBox(24, probe, rows), ways);
        rows.getChildren().getFirst().requestFocus();
    }

    private Button row(
            WhoIs.Answer.Asked asked,
            WhoIs.Match match,
            float next,
            boolean another,
            Map<WhoIs.Match, Optional<io.vestibule.base.PhotoId>> faces,
            Consumer<WhoIs.Match> open) {
        FaceTile face = new FaceTile(FacePictures.SMALL);
        pictures.show(face, match.name(), faces.getOrDefault(match, Optional.empty()));
        Label name = new Label(match.name());
        name.getStyleClass().add("strong");
        String likeness = likeness(asked, match, next, another);
        Label likely = new Label(likeness); // on one line: a button does not ask how tall wrapped words are
        likely.getStyleClass().add("quiet");
        VBox words = new VBox(4, name, likely);
        words.setAlignment(Pos.CENTER_LEFT);
        String spoken = match.name() + ", " + likeness;
        if (desk.may(io.vestibule.audit.Permission.SEE_FIGURES)) {
            String figure = strings.text(
                    another ? "people.who-figure" : "people.who-figure-last",
                    match.similarity(),
                    asked.threshold(),
                    match.similarity() - next,
                    desk.engineWords(asked.engine()));
            Label figures = new Label(figure);
            figures.getStyleClass().add("hint");
            words.getChildren().addAll(new ScoreBar(match.similarity(), asked.threshold(), figure), figures);
            spoken = spoken + ", " + figure;
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(12, face, words);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, content);
        button.getStyleClass().add("who-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(spoken);
        button.setOnAction(_ -> open.accept(match));
        return button;
    }

    private String likeness(WhoIs.Answer.Asked asked, WhoIs.Match match, float next, boolean another) {
        boolean best = asked.matches().getFirst().equals(match);
        if (best && another && match.similarity() - next < CLEAR) {
            return strings.text("people.who-close");
        }
        double very = asked.threshold() + (100 - asked.threshold()) * VERY;
        return strings.text(match.similarity() >= very ? "people.who-very" : "people.who-some");
    }

    private Node tile(byte[] jpeg) {
        FaceTile tile = new FaceTile(FacePictures.LARGE);
        tile.name(strings.text("people.who-photo"));
        tile.show(FaceTile.decode(jpeg, FacePictures.LARGE, null), null);
        return tile;
    }

    private static Label quiet(String words) {
        return wrapped(words, "quiet");
    }

    private static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
