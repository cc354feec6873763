package io.vestibule.inspect.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.inspect.InspectionKind;
import io.vestibule.local.engine.EngineSamples;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A large photo and the comparison with a document, on the embedded engine.
class InspectScreenTest extends FxTest {

    private static final String SUBJECT = "7f3a4f5e-0000-4000-8000-000000000002";

    @TempDir
    private Path folder;

    private final Strings strings = Strings.load(Locale.ENGLISH, List.of("ui", "inspect", "photo", "cloud"));
    private Application application;
    private TaskRunner taskRunner;
    private byte[] photo;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder.resolve("data"));
        taskRunner = onFx(() -> new FxTaskRunner(_ -> Optional.empty()));
        photo = TestApplication.photos(application, 0).getFirst().photo().bytes();
    }

    @AfterEach
    void close() {
        application.close();
    }

    /// A file picker that always returns this file.
    private record Chosen(Path file) implements FilePicker {
        @Override
        public List<Path> files(String title, FileType fileType) {
            return List.of(file);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String suggested, FileType fileType) {
            return Optional.empty();
        }
    }

    private PhotoViewer viewer(boolean figures) {
        var model = new ViewerModel(application.inspect().checks(), photo, SUBJECT, taskRunner);
        return new PhotoViewer(model, "Ana", figures, _ -> "", strings);
    }

    private DocumentCard card(String sample, boolean figures) throws Exception {
        var file = Files.write(folder.resolve(sample), EngineSamples.bytes(sample));
        var parts =
                new DocumentCard.Parts(taskRunner, new Chosen(file), figures, engine -> engine, "", Optional::empty);
        return onFx(() -> new DocumentCard(
                application.inspect().documents(), new DocumentCard.Subject(SUBJECT, "Ana", photo), parts, strings));
    }

    private List<String> words() {
        return onFx(() -> lookup(".label").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList());
    }

    private long marks(Class<? extends Node> kind) {
        return onFx(() -> lookup(".marks").queryAs(PhotoOverlay.class).getChildren().stream()
                .filter(kind::isInstance)
                .count());
    }

    @Test
    void theKeyShowsAndHidesTheOverlay() {
        show(1000, 700, () -> new StackPane(viewer(true)));
        doOnFx(() -> lookup(".toggle-button").query().requestFocus());
        assertThat(marks(Rectangle.class)).isZero();

        push(KeyCode.F);
        until(() -> lookup(".toggle-button").queryAs(ToggleButton.class).isSelected());
        assertThat(marks(Rectangle.class)).isEqualTo(2);
        assertThat(marks(Circle.class)).isEqualTo(5);
        assertThat(words()).anyMatch(text -> text.contains("yaw")).anyMatch(text -> text.contains("% confidence"));

        push(KeyCode.F);
        until(() -> !lookup(".toggle-button").queryAs(ToggleButton.class).isSelected());
        assertThat(marks(Rectangle.class)).isZero();
    }

    @Test
    void receptionSeesTextAndNoFigures() {
        show(1000, 700, () -> new StackPane(viewer(false)));
        doOnFx(() -> lookup(".toggle-button").queryAs(ToggleButton.class).fire());
        until(() -> lookup(".toggle-button").queryAs(ToggleButton.class).isSelected());
        assertThat(words()).contains("Looks into the camera").noneMatch(text -> text.contains("yaw"));
    }

    @Test
    void whatIsSwitchedOffIsNotOffered() {
        application
                .storage()
                .settings()
                .set(InspectKeys.embedded(InspectionKind.FACES).orElseThrow(), false);
        show(1000, 700, () -> new StackPane(viewer(true)));
        assertThat(lookup(".toggle-button").queryAll()).isEmpty();
        assertThat(words()).contains(strings.text("inspect.more"));
    }

    @Test
    void theEngineOfThisComputerSaysWhatItCannotDo() {
        show(1000, 700, () -> new StackPane(viewer(true)));
        assertThat(words()).contains(strings.text("inspect.lacks"));
    }

    @Test
    void theSamePersonIsReportedAsTextAndToManagersWithFigures() throws Exception {
        var card = card("sample-person-1-probe.jpg", true);
        show(700, 500, () -> new StackPane(card));
        doOnFx(() -> ((Button) card.first()).fire());
        until(() -> words().contains("The document shows the same person."));
        assertThat(words()).anyMatch(text -> text.startsWith("Similarity 9") || text.startsWith("Similarity 100"));
        assertThat(onFx(() -> Accessible.problems(card.getScene()))).isEmpty();
    }

    @Test
    void anotherPersonIsReportedWithoutFiguresToReception() throws Exception {
        var card = card("stranger.jpg", false);
        show(700, 500, () -> new StackPane(card));
        doOnFx(() -> ((Button) card.first()).fire());
        until(() -> words().contains("The document may show a different person."));
        assertThat(words()).noneMatch(text -> text.startsWith("Similarity"));
    }

    @Test
    void theScreensAreDrawn() throws Exception {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            var card = card("sample-person-1-probe.jpg", true);
            assertThat(picture("inspect/document-" + look, 640, 400, look, () -> new StackPane(card)))
                    .isNotEmptyFile();
            assertThat(picture("inspect/viewer-" + look, 1000, 700, look, () -> new StackPane(viewer(true))))
                    .isNotEmptyFile();
        }
    }
}
