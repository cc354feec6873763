package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A rule is rehearsed with a picture from the console's camera.
class RehearseByCameraTest extends RulesScreen {

    @Test
    void aRuleIsRehearsedWithAPictureOfTheConsoleCameraByKeyboard() throws Exception {
        application.storage().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        fire("Test");
        fire("Use this computer’s camera");
        until(() -> !button("Take photo").isDisabled());
        picture("live");
        tap(KeyCode.SPACE);
        until(() -> labels().contains("The picture shows a usable face."));
        assertThat(onFx(() -> buttons().map(Button::getText).toList())).doesNotContain("Take photo");
        assertThat(cameraRuns()).isFalse();
    }

    @Test
    void theConsoleCameraIsTurnedOffWhenTheRehearsalIsLeft() {
        application.storage().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        fire("Test");
        fire("Use this computer’s camera");
        until(() -> !button("Take photo").isDisabled());
        assertThat(cameraRuns()).isTrue();
        tap(KeyCode.ESCAPE);
        until(() -> buttons().noneMatch(button -> "Take photo".equals(button.getText())));
        until(() -> !cameraRuns());

        fire("Use this computer’s camera");
        until(() -> !button("Take photo").isDisabled());
        doOnFx(() -> desktop.screenContext().overlay().close());
        until(() -> !cameraRuns());
    }

    @Test
    void withoutACameraTheRehearsalSaysSoAndOffersTheRest() throws Exception {
        application.storage().settings().set(CameraKeys.SOURCE, CameraSource.FOLDER);
        fire("New rule");
        until(() -> field("Rule name").isPresent());
        fire("Test");
        fire("Use this computer’s camera");
        until(() -> labels().contains("No camera is connected."));
        picture("no-camera");
        fire("Stop");
        fire("Sample photo");
        until(() -> labels().contains("The picture shows a usable face."));
    }

    private static boolean cameraRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("camera"));
    }
}
