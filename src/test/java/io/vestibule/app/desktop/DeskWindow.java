package io.vestibule.app.desktop;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.Tile;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.State;
import io.vestibule.ui.shell.WindowBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;

/// Fixture: the real window of the smallest size on a real application, with an administrator, Alex, and a
/// receptionist, Robin.
abstract class DeskWindow extends ProgramWindow {

    private static final Path SAMPLES = Path.of("assets/samples");

    EnrolModel model;

    @BeforeEach
    final void openWindow() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().operators().add("Robin", Role.RECEPTION);
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
        }
        open(data);
        model = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        until(() -> focus() instanceof TextInputControl);
    }

    final void signIn(String name) {
        doOnFx(() -> lookup(".status-item").queryAllAs(Node.class).stream()
                .filter(MenuButton.class::isInstance)
                .map(MenuButton.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> item.getText().equals(name))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() ->
                application.storage().session().operator().map(Operator::name).equals(Optional.of(name)));
    }

    /// A person with all photos of a sample person, searchable.
    final PersonId enrolled(String name, int sample) {
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, name),
                        TestApplication.photos(application, sample),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), EnrolmentStatus.State.SEARCHABLE);
        return enrolment.person();
    }

    /// A visitor who refused photos.
    final PersonId declining(String name) {
        var now = application.storage().clock().instant();
        var operator = application.storage().session().operator().orElseThrow().id();
        var details = new EnrolDetails(
                name,
                PersonKind.VISITOR,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(now.plus(Duration.ofDays(7))),
                Optional.of(new LegalBasis.Declined("1", "en", now, operator)));
        return application
                .enrol()
                .enrol()
                .save(details, List.of(), new DuplicateDecision.NoDuplicate())
                .person();
    }

    /// Opens a screen by its id.
    final void show(String screen) {
        doOnFx(() -> desktop.shell().orElseThrow().open(screen));
    }

    /// Opens People and selects this person.
    final void openPerson(String name) {
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> peopleList()
                .map(list -> list.getItems().stream()
                        .anyMatch(line -> line.toString().contains(name)))
                .orElse(false));
        doOnFx(() -> {
            var list = peopleList().orElseThrow();
            list.requestFocus();
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains(name)) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
        });
        until(() -> shows("Renew"));
    }

    private Optional<ListView<?>> peopleList() {
        return lookup(".card-list").queryAllAs(Node.class).stream()
                .filter(ListView.class::isInstance)
                .<ListView<?>>map(node -> (ListView<?>) node)
                .findFirst();
    }

    final void add(String... samples) {
        doOnFx(() -> model.addFiles(Stream.of(samples).map(SAMPLES::resolve).toList()));
    }

    final boolean checked(int count) {
        return model.photos().tiles().size() == count
                && model.photos().tiles().stream().map(Tile::state).noneMatch(state -> state.get() == State.RUNNING);
    }

    final void name(String text) {
        doOnFx(() -> model.form().name().set(text));
    }

    final void press(String text) {
        until(() -> shows(text));
        doOnFx(() -> buttons(text).findFirst().orElseThrow().fire());
    }

    final boolean shows(String text) {
        return buttons(text).findAny().isPresent();
    }

    final Stream<ButtonBase> buttons(String text) {
        return Stream.concat(
                        List.copyOf(lookup(".button").queryAllAs(Node.class)).stream(),
                        List.copyOf(lookup(".toggle-button").queryAllAs(Node.class)).stream())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> text.equals(button.getText()) && isSeen(button));
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// The chip that has the focus; empty if it is elsewhere.
    final String focusedChip() {
        return onFx(() -> focus() instanceof ToggleButton chip ? chip.getText() : "");
    }

    final List<String> chosen() {
        return onFx(() -> List.copyOf(lookup(".chip").queryAllAs(ToggleButton.class)).stream()
                .filter(chip -> isSeen(chip) && chip.isSelected())
                .map(ToggleButton::getText)
                .toList());
    }

    /// Every text that is shown.
    final List<String> texts() {
        return onFx(() -> List.copyOf(lookup(".label").queryAllAs(Node.class)).stream()
                .filter(Label.class::isInstance)
                .filter(DeskWindow::isSeen)
                .map(node -> ((Label) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    final String banner() {
        return onFx(() ->
                desktop.screenContext().banners().showing().map(Banner::text).orElse(""));
    }

    final List<Person> people() {
        var company = application.storage().people().companies().active().orElseThrow();
        return application.storage().people().persons().search(company.id(), "", 50);
    }

    final boolean overlayOpen() {
        return desktop.screenContext().overlay().isOpen();
    }
}
