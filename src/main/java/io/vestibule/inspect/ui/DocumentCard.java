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

/// Compares the face on a document with a photo. The pictures are discarded when the card closes; the audit log
/// records that the comparison took place, and its result.
public final class DocumentCard extends PictureCard {

    private static final double WIDTH = 560;

    private final DocumentFlow flow;
    private final Subject subject;
    private final Parts parts;
    private final Strings strings;
    private final DropPane drop;

    /// The person whose document it should be.
    ///
    /// @param id for the audit log; empty for a person who is not saved yet
    /// @param name shown on the screen; may be empty
    /// @param photo JPEG in the form in which it is or will be stored
    @SuppressWarnings("ArrayRecordComponent") // read-only
    public record Subject(String id, String name, byte[] photo) {}

    /// @param figures whether the operator may see similarities
    /// @param engine display name of the engine that computed a similarity
    /// @param price cost of one comparison, as text; empty if it is free
    /// @param camera the camera of this computer, created for each use; empty if there is none or it is in use
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

    /// The node that gets the initial focus.
    public Node first() {
        return drop.choose();
    }

    /// Takes the picture of the document with the camera.
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
