package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.settings.Settings;
import io.vestibule.setup.CameraFlow;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The camera card on a real application.
class CameraCardTest extends FxTest {

    private static final CameraDevice ONE = new CameraDevice("v4l2:one", "Desk webcam");
    private static final CameraDevice TWO = new CameraDevice("v4l2:two", "Door webcam");

    @TempDir
    Path folder;

    private Application application;
    private Settings settings;
    private CameraModel model;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder);
        settings = application.storage().settings();
        var strings = Strings.load(Locale.ENGLISH, ScreenContext.BUNDLES);
        var context = new SetupContext(strings, new InlineTaskRunner(), () -> {}, () -> {}, () -> {});
        var flow = new CameraFlow(
                application.setup().settings(),
                application.storage()::vault,
                application.storage().session(),
                () -> List.of(ONE, TWO));
        model = onFx(() -> new CameraModel(flow, application.storage().session(), context));
        show(900, 800, () -> {
            var card = new CameraCard(model, new PickedFolder(folder));
            model.refresh();
            return card;
        });
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void aWebcamIsChosenByItsNameAndSavedByItsId() {
        select("#camera-source-WEBCAM");
        doOnFx(() -> devices().setValue(TWO));
        assertThat(settings.get(CameraKeys.SOURCE)).isEqualTo(CameraSource.WEBCAM);
        assertThat(settings.get(CameraKeys.DEVICE)).isEqualTo(TWO.id());
        doOnFx(model::refresh);
        assertThat(onFx(() -> devices().getValue())).isEqualTo(TWO);
    }

    @Test
    void thePasswordOfANetworkCameraIsStoredInTheVaultOnly() throws Exception {
        select("#camera-source-NETWORK");
        type("#camera-address", "https://camera.example/mjpeg");
        type("#camera-user", "desk");
        type("#camera-password", "not for files");
        fire("#camera-use");
        assertThat(settings.get(CameraKeys.ADDRESS)).isEqualTo("https://camera.example/mjpeg");
        assertThat(application.storage().vault().read(CameraKeys.PASSWORD).map(String::new))
                .contains("not for files");
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain("not for files");
        assertThat(onFx(() -> field("#camera-password").getText())).isEmpty();
        fire("#camera-use");
        assertThat(application.storage().vault().read(CameraKeys.PASSWORD))
                .as("kept")
                .isPresent();
        type("#camera-user", "");
        fire("#camera-use");
        assertThat(application.storage().vault().read(CameraKeys.PASSWORD))
                .as("gone with its user")
                .isEmpty();
    }

    @Test
    void anAddressThatOthersCanReadHasToBeAccepted() {
        select("#camera-source-NETWORK");
        type("#camera-address", "http://camera.example/mjpeg");
        fire("#camera-use");
        assertThat(settings.get(CameraKeys.ADDRESS)).isEmpty();
        assertThat(onFx(() -> model.problem().get())).startsWith("The address is not encrypted.");
        doOnFx(() -> ((CheckBox) lookup("#camera-readable").query()).fire());
        fire("#camera-use");
        assertThat(settings.get(CameraKeys.ADDRESS)).isEqualTo("http://camera.example/mjpeg");
        assertThat(settings.get(CameraKeys.READABLE)).isTrue();
    }

    @Test
    void anInvalidAddressIsNotSaved() {
        select("#camera-source-NETWORK");
        type("#camera-address", "https://desk:secret@camera.example/mjpeg");
        fire("#camera-use");
        assertThat(settings.get(CameraKeys.ADDRESS)).isEmpty();
    }

    @Test
    void theNumberOfPhotosAndTheSoundAreSaved() {
        select("#live-plan-FULL");
        fire("#live-sound");
        assertThat(settings.get(CaptureKeys.PLAN)).isEqualTo(CapturePlan.FULL);
        assertThat(settings.get(CaptureKeys.SOUND)).isTrue();
    }

    @Test
    void receptionSeesItAndCannotChangeIt() {
        var operator = application.storage().operators().add("Robin", Role.RECEPTION);
        application.storage().operators().signIn(operator.id());
        doOnFx(model::refresh);
        assertThat(onFx(() -> lookup("#camera-source-WEBCAM").query().isDisabled()))
                .isTrue();
    }

    private void select(String selector) {
        doOnFx(() -> ((RadioButton) node(selector)).fire());
    }

    private void fire(String selector) {
        doOnFx(() -> ((ButtonBase) node(selector)).fire());
    }

    private void type(String selector, String text) {
        doOnFx(() -> field(selector).setText(text));
    }

    private TextField field(String selector) {
        return (TextField) node(selector);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CameraDevice> devices() {
        return (ComboBox<CameraDevice>) node("#camera-device");
    }

    private Node node(String selector) {
        return lookup(selector).query();
    }

    private record PickedFolder(Path picked) implements FilePicker {

        @Override
        public List<Path> files(String title, FileType fileType) {
            return List.of();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(picked);
        }

        @Override
        public Optional<Path> saveAs(String title, String suggested, FileType fileType) {
            return Optional.empty();
        }
    }
}
