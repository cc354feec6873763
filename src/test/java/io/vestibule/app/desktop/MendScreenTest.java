package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.people.Standing;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.control.State;
import io.vestibule.ui.shell.WindowPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a photo that was refused to the card that mends it, another photo, and welcoming somebody back, in the window.
class MendScreenTest extends FxTest {

    private static final Path SAMPLES = Path.of("assets/samples");

    @TempDir
    Path folder;

    private Opening opening;
    private Desktop desktop;
    private House house;
    private EnrolModel model;
    private Stage window;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestHouse.furnished(data)) {
            made.cellar().settings().set(AppKeys.WINDOW, new WindowPlace(0, 0, 1000, 700, false).text());
        }
        opening = new Opening();
        var opened = new CompletableFuture<Desktop>();
        window = onFx(Stage::new);
        doOnFx(() -> opening.start(
                window,
                data,
                opened::complete,
                problem -> opened.completeExceptionally(new AssertionError(problem.code()))));
        desktop = opened.get(60, TimeUnit.SECONDS);
        house = Objects.requireNonNull(opening.house());
        model = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        until(() -> focus() instanceof TextInputControl);
    }

    @AfterEach
    void close() {
        doOnFx(window::hide);
        opening.close();
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
        until(() -> !model.results().people().isEmpty());
        var result = onFx(() -> model.results().people().getFirst());
        until(() -> result.state().get() == State.LOOK);
        doOnFx(() -> button(".tile-mend").fire());
        until(() -> desktop.furniture().overlay().isOpen());
        until(() -> onScreen("Take another photo"));
        doOnFx(() -> named("Take another photo").fire());
        until(() -> onScreen("Somebody new"));
        add("sample-person-1/3.jpg");
        until(() -> looked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        TestHouse.await(house, result.person(), Standing.State.SEARCHABLE);
        assertThat(house.cellar().people().photos().of(result.person())).hasSize(3);
        until(() -> focus() instanceof TextInputControl field && "enrol-name".equals(field.getId()));
    }

    @Test
    void theDraftOfSomebodyNewWaitsWhilePhotosOfSomebodyKnownAreTaken() {
        var ana = enrol();
        doOnFx(() -> model.form().name().set("Bo"));
        doOnFx(() -> desktop.screens()
                .orElseThrow()
                .takePhotos(new io.vestibule.enrol.ui.MorePhotos(
                        ana, "Ana", java.util.Optional.empty(), java.util.Optional.empty())));
        until(() -> onScreen("Somebody new"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> desktop.furniture().banners().showing().isPresent());
        push(KeyCode.ESCAPE);
        until(() -> !onScreen("Somebody new"));
        assertThat(onFx(() -> model.form().name().get())).isEqualTo("Bo");
    }

    @Test
    void whoComesAgainIsRenewedByTwoKeys() {
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
        until(() -> desktop.furniture().overlay().isOpen());
        push(KeyCode.ENTER);
        until(() -> house.cellar().people().bases().of(ana).size() == 2);
        until(() -> desktop.furniture().banners().showing().isPresent());
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> house.cellar().people().bases().of(ana).size() == 1);
    }

    private PersonId enrol() {
        var photos = TestHouse.photos(house, 0);
        var details = TestHouse.visitor(house, "Ana");
        var enrolment = house.enrol().enrol().save(details, photos, new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), Standing.State.SEARCHABLE);
        assertThat(details.expires().orElseThrow())
                .isAfter(house.cellar().clock().instant().plus(Duration.ofDays(6)));
        return enrolment.person();
    }

    private void add(String... samples) {
        doOnFx(() -> model.add(Stream.of(samples).map(SAMPLES::resolve).toList()));
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

    private Node focus() {
        return window.getScene().getFocusOwner();
    }
}
