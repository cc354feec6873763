package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.control.State;
import io.vestibule.ui.shell.WindowBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a rejected photo to the card that repairs it, another photo, and the return of a person, in the window.
class RepairScreenTest extends ProgramWindow {

    private static final Path SAMPLES = Path.of("assets/samples");

    private EnrolModel model;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
        }
        open(data);
        model = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        until(() -> focus() instanceof TextInputControl);
    }

    @Test
    void aRefusedPhotoLeadsToItsCardAndAnotherPhotoTakesItsPlace() {
        doOnFx(() -> lookup(".chip").queryAllAs(ToggleButton.class).stream()
                .filter(chip -> chip.getText().equals("On screen"))
                .forEach(ToggleButton::fire));
        doOnFx(() -> model.form().name().set("Ana"));
        add("sample-person-1/1.jpg", "sample-person-1/2.jpg", "sample-person-2/1.jpg");
        until(() -> looked(3));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        var recentEnrolment = onFx(() -> model.recentEnrolments().people().getFirst());
        until(() -> recentEnrolment.state().get() == State.LOOK);
        doOnFx(() -> button(".tile-repair").fire());
        until(() -> desktop.screenContext().overlay().isOpen());
        until(() -> onScreen("Take another photo"));
        doOnFx(() -> named("Take another photo").fire());
        until(() -> onScreen("Cancel"));
        add("sample-person-1/3.jpg");
        until(() -> looked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        TestApplication.await(application, recentEnrolment.person(), EnrolmentStatus.State.SEARCHABLE);
        assertThat(application.storage().people().photos().findByPerson(recentEnrolment.person()))
                .hasSize(3);
        until(() -> focus() instanceof TextInputControl field && "enrol-name".equals(field.getId()));
    }

    @Test
    void theDraftOfANewPersonStaysWhilePhotosOfAnExistingOneAreTaken() {
        var ana = enrol();
        doOnFx(() -> model.form().name().set("Bo"));
        doOnFx(() -> desktop.screens()
                .orElseThrow()
                .takePhotos(new io.vestibule.enrol.ui.AddPhotosRequest(
                        application.storage().people().persons().find(ana).orElseThrow(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        List.of(),
                        application.storage().people().bases().findByPerson(ana).stream()
                                .findFirst())));
        until(() -> onScreen("Cancel"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> desktop.screenContext().banners().showing().isPresent());
        push(KeyCode.ESCAPE);
        until(() -> !onScreen("Cancel"));
        assertThat(onFx(() -> model.form().name().get())).isEqualTo("Bo");
    }

    @Test
    void whoComesAgainIsAskedAndRenewedByKeys() {
        var ana = enrol();
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> focus() instanceof ListView<?>
                || lookup(".card-list").tryQuery().isPresent());
        until(() -> !lookup(".card-list").queryAs(ListView.class).getItems().isEmpty());
        doOnFx(() -> {
            var list = lookup(".card-list").queryAs(ListView.class);
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        until(() -> onScreen("Renew"));
        push(KeyCode.R);
        until(() -> desktop.screenContext().overlay().isOpen() && focus() instanceof ToggleButton);
        push(KeyCode.RIGHT);
        push(KeyCode.ENTER);
        assertThat(application.storage().people().bases().findByPerson(ana)).hasSize(1);
        push(KeyCode.TAB);
        push(KeyCode.ENTER);
        until(() -> application.storage().people().bases().findByPerson(ana).size() == 2);
        until(() -> desktop.screenContext().banners().showing().isPresent());
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> application.storage().people().bases().findByPerson(ana).size() == 1);
    }

    private PersonId enrol() {
        var photos = TestApplication.photos(application, 0);
        var enrolDetails = TestApplication.visitor(application, "Ana");
        var enrolment = application.enrol().enrol().save(enrolDetails, photos, new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), EnrolmentStatus.State.SEARCHABLE);
        assertThat(enrolDetails.expires().orElseThrow())
                .isAfter(application.storage().clock().instant().plus(Duration.ofDays(6)));
        return enrolment.person();
    }

    private void add(String... samples) {
        doOnFx(() -> model.addFiles(Stream.of(samples).map(SAMPLES::resolve).toList()));
    }

    private boolean looked(int count) {
        return model.photos().tiles().size() == count
                && model.photos().tiles().stream()
                        .noneMatch(tile -> tile.state().get() == State.RUNNING);
    }

    private Button button(String selector) {
        return lookup(selector).queryAllAs(Button.class).stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private boolean onScreen(String words) {
        return buttons(words).findAny().isPresent();
    }

    private Button named(String words) {
        return buttons(words).findFirst().orElseThrow();
    }

    private Stream<Button> buttons(String words) {
        return List.copyOf(lookup(".button").queryAllAs(Button.class)).stream()
                .filter(button -> words.equals(button.getText()) && button.isVisible());
    }
}
