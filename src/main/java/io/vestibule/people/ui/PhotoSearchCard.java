package io.vestibule.people.ui;

import io.vestibule.people.PhotoSearch;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
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

/// Searches for the person on a photo, and shows the matches, best first, each with its lead over the next one. The
/// photo is discarded when the card closes.
public final class PhotoSearchCard extends VBox {

    private static final double WIDTH = 560;

    /// A match is very similar if it exceeds the threshold by this share of the distance to 100.
    private static final double VERY = 0.6;

    /// Lead over the next match, in points, from which the best match is unambiguous.
    private static final double CLEAR = 3;

    private final Strings strings;
    private final PeoplePort port;
    private final ThumbnailLoader pictures;
    private final Button choose;
    private final HBox buttons;

    /// @param taken receives a picture that the camera captured
    public PhotoSearchCard(
            PeoplePort port, Strings strings, ThumbnailLoader pictures, Runnable chooseFile, Consumer<Pixels> taken) {
        super(16);
        this.port = port;
        this.strings = strings;
        this.pictures = pictures;
        setPrefWidth(WIDTH);
        choose = Buttons.primary(new Command(strings.text("people.who-choose"), "mdi2i-image-plus", chooseFile));
        buttons = new HBox(8, choose);
        buttons.setAlignment(Pos.CENTER);
        if (port.still().isPresent()) {
            buttons.getChildren()
                    .add(Buttons.of(new Command(strings.text("people.who-camera"), "mdi2w-webcam", () -> look(taken))));
        }
        ask();
    }

    /// Control that receives the initial focus.
    public Node first() {
        return choose;
    }

    private void ask() {
        Label words = quiet(strings.text("people.who-drop"));
        VBox zone = new VBox(12, words, buttons, quiet(strings.text("people.who-kept")));
        zone.getStyleClass().add("drop-zone");
        zone.setAlignment(Pos.CENTER);
        zone.setMinHeight(180);
        getChildren().setAll(zone);
    }

    /// Shows the live picture until one is captured or the operator cancels.
    private void look(Consumer<Pixels> taken) {
        port.still().ifPresent(camera -> {
            getChildren().setAll(camera.node());
            camera.open(still -> {
                ask();
                choose.requestFocus();
                still.ifPresent(taken);
            });
            camera.initialFocus().requestFocus();
        });
    }

    /// Shows that the search is running.
    public void searching() {
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(strings.text("people.who-searching"));
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox zone = new VBox(12, quiet(strings.text("people.who-searching")), bar);
        zone.setAlignment(Pos.CENTER);
        zone.setMinHeight(180);
        getChildren().setAll(zone);
    }

    /// @param faces photos of the people found
    /// @param open opens a person
    public void show(
            PhotoSearch.SearchResult searchResult,
            Map<PhotoSearch.Candidate, Optional<io.vestibule.base.PhotoId>> faces,
            Consumer<PhotoSearch.Candidate> open) {
        switch (searchResult) {
            case PhotoSearch.SearchResult.Searched searched -> matches(searched, faces, open);
            case PhotoSearch.SearchResult.NoFace none -> nothing(tile(none.probe()), String.join(" ", none.reasons()));
            case PhotoSearch.SearchResult.Unreadable unreadable -> problem(strings.problem(unreadable.problem()));
        }
    }

    /// Shows that the service did not answer.
    public void problem(ProblemText words) {
        VBox text = new VBox(
                8, wrapped(words.summary(), "card-title"), quiet(words.explanation()), quiet(words.advice()), buttons);
        getChildren().setAll(text);
        choose.requestFocus();
    }

    private void nothing(Node probe, String words) {
        VBox text = new VBox(12, wrapped(words, "label"), buttons);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(new HBox(24, probe, text));
        choose.requestFocus();
    }

    private void matches(
            PhotoSearch.SearchResult.Searched searched,
            Map<PhotoSearch.Candidate, Optional<io.vestibule.base.PhotoId>> faces,
            Consumer<PhotoSearch.Candidate> open) {
        if (searched.matches().isEmpty()) {
            nothing(
                    tile(searched.probe()),
                    strings.text("people.who-nobody") + " " + strings.text("people.who-among", searched.among()));
            return;
        }
        VBox rows = new VBox(8);
        List<PhotoSearch.Candidate> matches = searched.matches();
        for (int i = 0; i < matches.size(); i++) {
            float next = i + 1 < matches.size() ? matches.get(i + 1).similarity() : searched.threshold();
            rows.getChildren().add(row(searched, matches.get(i), next, i + 1 < matches.size(), faces, open));
        }
        HBox.setHgrow(rows, Priority.ALWAYS);
        VBox probe = new VBox(
                8,
                tile(searched.probe()),
                quiet(strings.text("people.who-photo")),
                quiet(strings.text("people.who-among", searched.among())));
        getChildren().setAll(new HBox(24, probe, rows), buttons);
        rows.getChildren().getFirst().requestFocus();
    }

    private Button row(
            PhotoSearch.SearchResult.Searched searched,
            PhotoSearch.Candidate candidate,
            float next,
            boolean another,
            Map<PhotoSearch.Candidate, Optional<io.vestibule.base.PhotoId>> faces,
            Consumer<PhotoSearch.Candidate> open) {
        FaceTile face = new FaceTile(ThumbnailLoader.SMALL);
        pictures.show(face, candidate.name(), faces.getOrDefault(candidate, Optional.empty()));
        Label name = new Label(candidate.name());
        name.getStyleClass().add("strong");
        String likeness = likeness(searched, candidate, next, another);
        Label likely = new Label(likeness); // on one line: a button does not compute the height of wrapped text
        likely.getStyleClass().add("quiet");
        VBox words = new VBox(4, name, likely);
        words.setAlignment(Pos.CENTER_LEFT);
        String spoken = candidate.name() + ", " + likeness;
        if (port.may(io.vestibule.audit.Permission.SEE_FIGURES)) {
            String figure = strings.text(
                    another ? "people.who-figure" : "people.who-figure-last",
                    candidate.similarity(),
                    searched.threshold(),
                    candidate.similarity() - next,
                    port.engineText(searched.engine()),
                    searched.among());
            Label figures = new Label(figure);
            figures.getStyleClass().add("hint");
            words.getChildren().addAll(new ScoreBar(candidate.similarity(), searched.threshold(), figure), figures);
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
        button.setOnAction(_ -> open.accept(candidate));
        return button;
    }

    private String likeness(
            PhotoSearch.SearchResult.Searched searched, PhotoSearch.Candidate candidate, float next, boolean another) {
        boolean best = searched.matches().getFirst().equals(candidate);
        if (best && another && candidate.similarity() - next < CLEAR) {
            return strings.text("people.who-close");
        }
        double very = searched.threshold() + (100 - searched.threshold()) * VERY;
        return strings.text(candidate.similarity() >= very ? "people.who-very" : "people.who-some");
    }

    private Node tile(byte[] jpeg) {
        FaceTile tile = new FaceTile(ThumbnailLoader.LARGE);
        tile.name(strings.text("people.who-photo"));
        tile.show(FaceTile.decode(jpeg, ThumbnailLoader.LARGE, null), null);
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
