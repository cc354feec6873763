package io.vestibule.capture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ProgramWindow;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.TurningHead;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.people.Person;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.shell.WindowBounds;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Enrol screen in the real window with a recorded sequence of pictures, by keyboard only.
class LiveScreenTest extends ProgramWindow {

    private EnrolModel model;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        var pictures = TurningHead.into(folder.resolve("pictures"));
        try (var made = TestApplication.furnished(data)) {
            var settings = made.storage().settings();
            settings.set(CameraKeys.SOURCE, CameraSource.FOLDER);
            settings.set(CameraKeys.FOLDER, pictures.toString());
            settings.set(CaptureKeys.PLAN, CapturePlan.FULL);
            settings.set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
        }
        open(data);
        model = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        until(() -> focus() instanceof TextField);
    }

    @Test
    void fivePhotosAndFourKeysEnrolAPerson() {
        push(KeyCode.CONTROL, KeyCode.N);
        write("Ana Mueller");
        push(KeyCode.ENTER);
        until(() -> focus() instanceof ToggleButton);
        assertThat(onFx(this::cameraIsOn)).as("on before consent").isFalse();
        push(KeyCode.SPACE);
        until(this::pictureHasFocus);
        until(() -> model.photos().tiles().size() == 5 && looked());
        until(() -> told().contains("5 photos"));
        push(KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        assertThat(onFx(this::cameraIsOn)).as("on after saving").isFalse();
        until(() -> focus() instanceof TextField field && "enrol-name".equals(field.getId()));
        var recentEnrolment = onFx(() -> model.recentEnrolments().people().getFirst());
        until(() -> recentEnrolment.words().get().equals("Searchable now"));
        assertThat(people()).extracting(Person::name).containsExactly("Ana Mueller");
        assertThat(application
                        .storage()
                        .people()
                        .photos()
                        .findByPerson(people().getFirst().id()))
                .hasSize(5);
    }

    @Test
    void escapeKeepsWhatThereIsAndTheNextOneClears() {
        consent();
        until(() -> !model.photos().tiles().isEmpty());
        push(KeyCode.ESCAPE);
        until(() -> !cameraIsOn());
        assertThat(onFx(() -> model.photos().tiles())).isNotEmpty();
        assertThat(onFx(() -> focus() instanceof Button)).isTrue();
        push(KeyCode.ESCAPE);
        assertThat(onFx(model::isEmpty)).isTrue();
        doOnFx(() -> desktop.screenContext().banners().undo());
        assertThat(onFx(() -> model.photos().tiles())).isNotEmpty();
        assertThat(onFx(this::cameraIsOn)).as("on by itself after undo").isFalse();
    }

    @Test
    void aPhotoIsTakenByHandAndTakenAgain() {
        doOnFx(() -> application.storage().settings().set(CaptureKeys.PLAN, CapturePlan.QUICK));
        consent();
        until(() -> told().contains("1 photo"));
        push(KeyCode.SPACE);
        until(() -> model.photos().tiles().size() == 2);
        push(KeyCode.R);
        until(() -> model.photos().tiles().size() == 1);
    }

    @Test
    void theCameraIsOffWhileAnotherScreenIsShown() {
        consent();
        until(this::cameraIsOn);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> !cameraIsOn());
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(this::cameraIsOn);
        doOnFx(() -> lookup(".chip").queryAllAs(ToggleButton.class).stream()
                .filter(chip -> chip.getText().equals("No photos"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> !cameraIsOn());
    }

    @Test
    void withoutACameraTheScreenSaysSoAndOffersFiles() {
        doOnFx(() -> application
                .storage()
                .settings()
                .set(CameraKeys.FOLDER, folder.resolve("nowhere").toString()));
        consent();
        until(() -> focus() instanceof Button button && button.getText().equals("Choose photos"));
        assertThat(onFx(() -> lookup(".camera-notice").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(Node::getAccessibleText)
                        .toList()))
                .singleElement()
                .asString()
                .startsWith("No camera is connected.");
    }

    private void consent() {
        doOnFx(() -> lookup(".chip").queryAllAs(ToggleButton.class).stream()
                .filter(chip -> chip.getText().equals("On screen"))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private boolean cameraIsOn() {
        return picture().map(there -> there.getParent().isVisible()).orElse(false);
    }

    /// Exists from the first time that the camera is on.
    private Optional<Node> picture() {
        return lookup("#live-picture").tryQuery();
    }

    private boolean pictureHasFocus() {
        return picture().map(Node::isFocused).orElse(false);
    }

    private String told() {
        return picture().map(Node::getAccessibleText).orElse("");
    }

    private boolean looked() {
        return List.copyOf(model.photos().tiles()).stream()
                .allMatch(tile -> tile.photo().isPresent());
    }

    private List<Person> people() {
        var company = application.storage().people().companies().active().orElseThrow();
        return application.storage().people().persons().search(company.id(), "", 50);
    }
}
