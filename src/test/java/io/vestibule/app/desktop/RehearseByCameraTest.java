package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A rule is rehearsed with a picture that the camera of the desk takes.
class RehearseByCameraTest extends RulesScreen {

    @Test
    void aRuleIsRehearsedWithAPictureOfTheDeskCameraByKeyboard() throws Exception {
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Rehearse");
        fire("Use this desk’s camera");
        until(() -> !button("Take the photo").isDisabled());
        picture("live");
        tap(KeyCode.SPACE);
        until(() -> labels().contains("There is a face to search with."));
        assertThat(onFx(() -> buttons().map(Button::getText).toList())).doesNotContain("Take the photo");
        assertThat(cameraRuns()).isFalse();
    }

    @Test
    void theDeskCameraGoesOffWhenTheRehearsalIsLeft() {
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Rehearse");
        fire("Use this desk’s camera");
        until(() -> !button("Take the photo").isDisabled());
        assertThat(cameraRuns()).isTrue();
        tap(KeyCode.ESCAPE);
        until(() -> buttons().noneMatch(button -> "Take the photo".equals(button.getText())));
        until(() -> !cameraRuns());

        fire("Use this desk’s camera");
        until(() -> !button("Take the photo").isDisabled());
        doOnFx(() -> desktop.furniture().overlay().close());
        until(() -> !cameraRuns());
    }

    @Test
    void withoutACameraTheRehearsalSaysSoAndOffersTheRest() throws Exception {
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.FOLDER);
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Rehearse");
        fire("Use this desk’s camera");
        until(() -> labels().contains("No camera is connected."));
        picture("no-camera");
        fire("Stop");
        fire("Sample photo");
        until(() -> labels().contains("There is a face to search with."));
    }

    private static boolean cameraRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("camera"));
    }
}
