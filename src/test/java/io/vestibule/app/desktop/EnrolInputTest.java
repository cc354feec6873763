package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.ui.control.Banner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Photos that come in whatever way, and keys that are pressed early.
class EnrolInputTest extends ProgramWindow {

    private static final Path SAMPLES = Path.of("assets/samples");

    private EnrolModel model;

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        var data = folder.resolve("data");
        TestApplication.furnished(data).close();
        open(data);
        model = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        until(() -> focus() instanceof TextField);
    }

    private void consent() {
        doOnFx(() -> lookup(".chip").queryAllAs(ToggleButton.class).stream()
                .filter(chip -> chip.getText().equals("On screen"))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private String banner() {
        return desktop.screenContext().banners().showing().map(Banner::text).orElse("");
    }

    @Test
    void saveDuringTheCheckOfAPhotoWaitsForIt() {
        consent();
        doOnFx(() -> model.form().name().set("Ana"));
        doOnFx(() -> {
            model.addFiles(Stream.of("1.jpg", "2.jpg", "3.jpg")
                    .map(SAMPLES.resolve("sample-person-1")::resolve)
                    .toList());
        });
        until(() -> !model.photos().tiles().isEmpty());
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        assertThat(onFx(this::banner)).doesNotContain("checked");
        var company = application.storage().people().companies().active().orElseThrow();
        PersonId ana = application
                .storage()
                .people()
                .persons()
                .search(company.id(), "Ana", 2)
                .getFirst()
                .id();
        assertThat(application.storage().people().photos().findByPerson(ana)).isNotEmpty();
    }

    @Test
    void aPictureIsPastedWhileTheCursorIsInTheName() {
        consent();
        doOnFx(() -> {
            var content = new ClipboardContent();
            content.putImage(
                    new Image(SAMPLES.resolve("sample-person-1/1.jpg").toUri().toString()));
            Clipboard.getSystemClipboard().setContent(content);
            desktop.scene().lookup("#enrol-name").requestFocus();
        });
        push(KeyCode.CONTROL, KeyCode.V);
        until(() -> model.photos().tiles().size() == 1);
    }

    @Test
    void aTextIsPastedIntoTheNameAndRefusedElsewhere() {
        consent();
        doOnFx(() -> {
            var content = new ClipboardContent();
            content.putString("Ana");
            Clipboard.getSystemClipboard().setContent(content);
            desktop.scene().lookup("#enrol-name").requestFocus();
        });
        push(KeyCode.CONTROL, KeyCode.V);
        until(() -> "Ana".equals(model.form().name().get()));
        doOnFx(() -> desktop.scene().getRoot().lookupAll(".button").stream()
                .filter(node ->
                        node instanceof javafx.scene.control.Button button && "Choose photos".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .requestFocus());
        push(KeyCode.CONTROL, KeyCode.V);
        until(() -> banner().startsWith("That is not a picture."));
    }

    @Test
    void aCancelledChooserIsNoError() {
        consent();
        doOnFx(() -> model.addFiles(List.of()));
        until(() -> desktop.screenContext().work().runningTasks().isEmpty());
        assertThat(onFx(this::banner)).isEmpty();
    }
}
