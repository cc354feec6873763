package io.vestibule.people.ui;

import io.vestibule.base.PhotoId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonPage;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Overlay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Fixture: the screen with twelve people, in a window of the smallest size.
abstract class PeopleScreen extends FxTest {

    static final List<String> NAMES = List.of(
            "Ana Silva",
            "Ben Okafor",
            "Chloé Martin",
            "Dmitri Petrov",
            "Elif Kaya",
            "Farah Nasser",
            "Goran Ilic",
            "Hana Sato",
            "Ivan Horvat",
            "Jana Novak",
            "Kofi Mensah",
            "Lena Vogel");

    @TempDir
    Path folder;

    final FxTaskRunner work = new FxTaskRunner(_ -> Optional.empty());
    final Strings words = Strings.strict("people", "ui");
    PeoplePortFixture desk;
    PeopleModel model;
    PeopleView view;
    Overlay overlay;
    List<Path> chosen = List.of();

    /// Ana's photo that has a problem.
    PhotoId blurred;

    Person ana;

    @BeforeEach
    void open() {
        desk = new PeoplePortFixture(folder);
        ana = desk.save(NAMES.getFirst(), PersonKind.VISITOR, desk.lobby, EnrolmentStatus.State.NEEDS_ATTENTION);
        blurred = desk.photo(ana, "sample-person-1/1.jpg", 0);
        desk.photo(ana, "sample-person-1/2.jpg", 1);
        trouble(new PhotoProblem.Cause.LowMatch(41, 75, "embedded-1"));
        for (int i = 1; i < NAMES.size(); i++) {
            Person person = desk.save(
                    NAMES.get(i),
                    i % 3 == 2 ? PersonKind.EMPLOYEE : PersonKind.VISITOR,
                    i % 2 == 0 ? desk.lobby : desk.gate,
                    EnrolmentStatus.State.SEARCHABLE);
            String folder = "sample-person-" + (i % 3 + 1) + "/";
            desk.photo(person, folder + "1.jpg", 0);
            desk.photo(person, folder + "2.jpg", 1);
        }
        overlay = onFx(() -> new Overlay(words));
        model = onFx(() -> new PeopleModel(desk, desk.parts(), work, words));
        view = onFx(() -> new PeopleView(model, words, new Files(), overlay));
        doOnFx(view::shown);
        until(() -> model.loaded.get());
        show(1000, 700, this::root);
        doOnFx(() -> view.initialFocus().requestFocus());
    }

    @AfterEach
    void close() {
        doOnFx(() -> {
            overlay.close();
            view.hidden();
        });
        until(() -> work.runningTasks().isEmpty());
        // Unlisted background reads, such as those of faces, may still be running, and must not call back.
        work.stop();
        desk.database.close();
    }

    final void trouble(PhotoProblem.Cause cause) {
        desk.troubles.put(
                blurred,
                new PhotoProblem(
                        ana.id(),
                        Optional.of(blurred),
                        cause,
                        List.of(
                                PhotoProblem.Remedy.of(PhotoProblem.Repair.RETAKE),
                                PhotoProblem.Remedy.of(PhotoProblem.Repair.MOVE),
                                PhotoProblem.Remedy.of(PhotoProblem.Repair.ACCEPT_LOWER))));
    }

    final Parent root() {
        VBox box = new VBox(12, view.search().orElseThrow(), view.node());
        VBox.setVgrow(view.node(), Priority.ALWAYS);
        box.setPadding(new Insets(24));
        return new StackPane(box, overlay);
    }

    final void select(String name) {
        doOnFx(() -> {
            for (int i = 0; i < model.list.size(); i++) {
                model.list
                        .get(i)
                        .row()
                        .filter(row -> row.name().equals(name))
                        .ifPresent(row -> model.selected.set(Optional.of(row.person())));
            }
        });
        until(() -> shows(name));
    }

    final boolean shows(String name) {
        return model.detail
                .get()
                .filter(detail -> detail.person().name().equals(name))
                .isPresent();
    }

    final List<String> names() {
        return onFx(() -> model.list.stream()
                .flatMap(line -> line.row().stream())
                .map(PersonPage.Row::name)
                .toList());
    }

    final void push(KeyCode key) {
        press(key).release(key);
    }

    final void fire(String text) {
        fire(button -> text.equals(button.getText()));
    }

    final void fire(Predicate<Button> which) {
        until(() -> find(which).isPresent());
        doOnFx(() -> find(which).orElseThrow().fire());
    }

    final Optional<Button> find(Predicate<Button> which) {
        return stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(which)
                .filter(PeopleScreen::seen)
                .findFirst();
    }

    static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private final class Files implements FilePicker {

        @Override
        public List<Path> files(String title, FileType fileType) {
            return chosen;
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
}
