package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screens Activity and Collection in the real window, over a real application whose users become ACTIVE slowly.
class ActivityScreenTest extends FxTest {

    @TempDir
    Path folder;

    private Application application;
    private ScreenContext screenContext;
    private Shell shell;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(
                folder.resolve("data"), Clock.systemUTC(), EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(40)));
        screenContext = onFx(() -> ScreenContext.of(this::stage, Theme.Choice.LIGHT));
        shell = onFx(() -> {
            var made = new ScreenFactory(application, screenContext);
            var shown = new Shell(
                    screenContext.strings(), made.screens(), screenContext.banners(), screenContext.overlay());
            shown.showNavigation(made.statusBar());
            made.connect(shown::open, shown::refresh);
            return shown;
        });
        show(1000, 700, () -> new StackPane(shell.root()));
    }

    @AfterEach
    void close() {
        doOnFx(() -> shell.open("settings"));
        until(() -> screenContext.work().runningTasks().isEmpty());
        application.close();
    }

    private PersonId enrol(String name, int sample) {
        return application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, name),
                        TestApplication.photos(application, sample),
                        new DuplicateDecision.NoDuplicate())
                .person();
    }

    @Test
    void picturesForTheEye() throws Exception {
        enrol("Ana Silva", 0);
        var gone = enrol("Chloe Martin", 2);
        TestApplication.await(application, gone, State.UPDATING);
        breakBucket();
        enrol("Ben Okafor", 1);
        TestApplication.await(
                application, () -> application.storage().journal().counts().parked() == 1);
        application.enrol().commands().remove(gone);
        doOnFx(() -> shell.open("activity"));
        until(() -> shows("Ana Silva") && shows("Ben Okafor") && shows("Chloe Martin"));
        select("Ben Okafor");
        pictures("activity");
        doOnFx(() -> shell.open("collection"));
        until(() -> text("As of"));
        pictures("collection");
    }

    private void pictures(String name) throws Exception {
        for (var look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            assertThat(picture(name + "-1600-" + look, 1600, 1000, look, () -> new StackPane(shell.root())))
                    .exists();
            assertThat(picture(name + "-1000-" + look, 1000, 700, look, () -> new StackPane(shell.root())))
                    .exists();
        }
    }

    @Test
    void stoppedJobsAreCountedOnTheRailAndResumeOnRetry() throws Exception {
        breakBucket();
        var ben = enrol("Ben Okafor", 1);
        TestApplication.await(
                application, () -> application.storage().journal().counts().parked() == 1);
        until(() -> badge() == 1);
        doOnFx(() -> shell.open("activity"));
        until(() -> shows("Ben Okafor"));
        select("Ben Okafor");
        assertThat(onFx(() -> text("The photo folder cannot be used."))).isTrue();
        repairBucket();
        doOnFx(() -> button("Try again").fire());
        TestApplication.await(application, ben, State.UPDATING);
        until(() -> badge() == 0);
        until(() -> !text("The photo folder cannot be used."));
    }

    @Test
    void undoingARemovalLetsTheEnrolmentThatItInterruptedGoOn() {
        var chloe = enrol("Chloe Martin", 2);
        TestApplication.await(application, chloe, State.UPDATING);
        application.enrol().commands().remove(chloe);
        doOnFx(() -> shell.open("activity"));
        until(() -> shows("Removal"));
        select("Removal");
        doOnFx(() -> button("Undo").fire());
        TestApplication.await(
                application,
                () -> TestApplication.person(application, chloe).removed().isEmpty());
        TestApplication.await(application, chloe, State.UPDATING);
        until(() -> text("Undone"));
    }

    @Test
    void theCollectionShowsRecordsAndServiceCountAndTheirDifference() {
        var ana = enrol("Ana Silva", 0);
        TestApplication.await(application, ana, State.UPDATING);
        doOnFx(() -> shell.open("collection"));
        until(() -> text("Local records and the collection match."));
        assertThat(onFx(() -> text("Acme_acme-1"))).isTrue();
        var photo = application.storage().people().photos().findByPerson(ana).getLast();
        application.storage().people().photos().delete(photo.id());
        doOnFx(() -> button("Refresh").fire());
        until(() -> text("The collection has one face missing from the local records. Work is in progress"));
        assertThat(onFx(() -> Accessible.problems(stage().getScene()))).isEmpty();
    }

    @Test
    void aMissingCollectionIsReportedWithAdvice() {
        application
                .storage()
                .database()
                .with(handle -> handle.execute("update collection_ref set external_id = 'another-one'"));
        doOnFx(() -> shell.open("collection"));
        until(() -> text("The face service does not know this collection."));
        assertThat(onFx(() -> text("another-one"))).isTrue();
    }

    private int badge() {
        return shell.screens().stream()
                .filter(screenEntry -> screenEntry.id().equals("activity"))
                .findFirst()
                .orElseThrow()
                .waiting()
                .get();
    }

    private Button button(String words) {
        return nodes(shell.root())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> words.equals(each.getText()) && each.isVisible() && each.isFocusTraversable())
                .findFirst()
                .orElseThrow();
    }

    /// Whether a visible label or field starts with the text.
    private boolean text(String words) {
        return nodes(shell.root())
                .filter(Node::isVisible)
                .anyMatch(node -> (node instanceof Labeled label
                                && label.getText() != null
                                && label.getText().startsWith(words))
                        || (node instanceof TextInputControl field
                                && field.getText().startsWith(words)));
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(ActivityScreenTest::nodes))
                : Stream.of(node);
    }

    private void breakBucket() throws Exception {
        var photos = folder.resolve("data").resolve("photos");
        if (Files.exists(photos)) {
            Files.move(photos, folder.resolve("data").resolve("photos-away"));
        }
        Files.writeString(photos, "a file where the folder should be");
    }

    private void repairBucket() throws Exception {
        var photos = folder.resolve("data").resolve("photos");
        Files.delete(photos);
        Files.move(folder.resolve("data").resolve("photos-away"), photos);
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> list() {
        return (ListView<Object>) shell.root().lookup(".activity-list");
    }

    private void select(String name) {
        doOnFx(() -> {
            for (int i = 0; i < list().getItems().size(); i++) {
                if (list().getItems().get(i).toString().contains(name)) {
                    list().getSelectionModel().clearAndSelect(i);
                }
            }
        });
    }

    private boolean shows(String text) {
        return list() != null && list().getItems().toString().contains(text);
    }
}
