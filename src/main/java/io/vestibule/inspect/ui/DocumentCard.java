package io.vestibule.inspect.ui;

import io.vestibule.inspect.DocumentFlow;
import io.vestibule.inspect.DocumentFlow.DocumentComparison;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.StillView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.ScoreBar;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Holds the face on a document beside a photo. What was given is forgotten when the card closes; of the answer the log
/// keeps that it was asked and how it ended.
public final class DocumentCard extends PictureCard {

    private static final double WIDTH = 560;

    private final DocumentFlow flow;
    private final Subject subject;
    private final Parts parts;
    private final Strings strings;
    private final DropPane drop;

    /// Whose document it should be.
    ///
    /// @param id for the log; empty for somebody who is not saved yet
    /// @param name on the screen; may be empty
    /// @param photo JPEG as it is or will be kept
    @SuppressWarnings("ArrayRecordComponent") // read only
    public record Subject(String id, String name, byte[] photo) {}

    /// @param figures whether whoever is at the desk may see them
    /// @param engine words of the engine that a figure is of
    /// @param price what one comparison costs, in words; empty where it costs nothing
    /// @param camera of this desk, made anew each time; empty where it has none or is in use
    public record Parts(
            TaskRunner work,
            FilePicker files,
            boolean figures,
            UnaryOperator<String> engine,
            String price,
            Supplier<Optional<StillView<Pixels>>> camera) {}

    public DocumentCard(DocumentFlow flow, Subject subject, Parts parts, Strings strings) {
        super(
                strings,
                parts.files(),
                new ButtonTexts(strings.text("inspect.document-choose"), strings.text("inspect.document-again")));
        this.flow = flow;
        this.subject = subject;
        this.parts = parts;
        this.strings = strings;
        setPrefWidth(WIDTH);
        var kept = parts.price().isEmpty()
                ? strings.text("inspect.document-kept")
                : strings.text("inspect.document-kept-away", parts.price());
        drop = new DropPane(
                strings.text("inspect.document-drop"),
                kept,
                choosing(),
                parts.camera().get().isPresent()
                        ? new Command[] {
                            new Command(strings.text("inspect.document-camera"), "mdi2w-webcam", this::hold)
                        }
                        : new Command[0]);
        getChildren().setAll(drop);
    }

    /// Where typing goes first.
    public Node first() {
        return drop.choose();
    }

    /// The document is held before the camera.
    private void hold() {
        parts.camera().get().ifPresent(camera -> {
            getChildren().setAll(camera.node());
            camera.open(still -> {
                getChildren().setAll(drop);
                drop.choose().requestFocus();
                still.ifPresent(this::inspectPicture);
            });
            camera.initialFocus().requestFocus();
        });
    }

    @Override
    void inspectPicture(Path file) {
        ask(() -> flow.compare(file, subject.photo(), subject.id()));
    }

    @Override
    void inspectPicture(Pixels picture) {
        ask(() -> flow.compare(picture, subject.photo(), subject.id()));
    }

    private void ask(Callable<DocumentComparison> answer) {
        getChildren().setAll(DropPane.waiting(strings.text("inspect.document-looking")));
        parts.work().runUnlisted(answer, this::show, this::failed);
    }

    private void show(DocumentComparison documentComparison) {
        switch (documentComparison) {
            case DocumentComparison.Compared compared -> show(compared);
            case DocumentComparison.NoFace _ ->
                showMessage(strings.text("inspect.document-no-face"), strings.text("inspect.document-no-face-do"));
        }
    }

    private void show(DocumentComparison.Compared compared) {
        String verdict = strings.text(compared.isMatch() ? "inspect.document-alike" : "inspect.document-unlike");
        Label head = DropPane.wrapped(verdict, "card-title");
        head.setGraphic(
                compared.isMatch()
                        ? Icon.of("mdi2c-check-circle", "state-done")
                        : Icon.of("mdi2a-alert-circle", "state-look"));
        Label advice = DropPane.wrapped(
                strings.text(compared.isMatch() ? "inspect.document-alike-do" : "inspect.document-unlike-do"), "quiet");
        VBox words = new VBox(12, head, advice);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (parts.figures()) {
            String figure = strings.text(
                    "inspect.document-figure",
                    compared.similarity(),
                    compared.threshold(),
                    parts.engine().apply(compared.engine()));
            words.getChildren()
                    .addAll(
                            new ScoreBar(compared.similarity(), compared.threshold(), figure),
                            DropPane.wrapped(figure, "hint"));
        }
        HBox faces = new HBox(
                12,
                captioned(compared.portrait(), strings.text("inspect.document")),
                captioned(subject.photo(), caption()));
        Button again = again();
        getChildren().setAll(new HBox(24, faces, words), again);
        again.requestFocus();
    }

    private String caption() {
        return subject.name().isBlank() ? strings.text("inspect.document-photo") : subject.name();
    }

    private static VBox captioned(byte[] jpeg, String words) {
        FaceTile tile = new FaceTile(112);
        tile.name(words);
        @Nullable Image picture = FaceTile.decode(jpeg, tile.tileWidth(), null);
        tile.show(picture, null);
        Label caption = DropPane.wrapped(words, "hint");
        caption.setMaxWidth(tile.tileWidth());
        VBox column = new VBox(4, tile, caption);
        column.setAlignment(Pos.TOP_CENTER);
        return column;
    }
}
