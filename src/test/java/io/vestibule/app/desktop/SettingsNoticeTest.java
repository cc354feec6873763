package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.support.Language;
import io.vestibule.ui.shell.WindowBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the window says about settings files that could not be read.
class SettingsNoticeTest extends ProgramWindow {

    @BeforeEach
    void furnish() {
        try (var made = TestApplication.furnished(folder)) {
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            made.storage().settings().set(AppKeys.LANGUAGE, Language.GERMAN);
        }
    }

    private void open() throws Exception {
        open(
                folder,
                new ApplicationLauncher(data -> Application.open(data, Clock.systemUTC(), EngineSettings.DEFAULT)));
        until(() -> notice().isVisible());
    }

    private Node notice() {
        return desktop.scene().getRoot().lookup("#notice");
    }

    private String words() {
        return onFx(() -> ((Label) notice().lookup(".banner-text")).getText());
    }

    private String problem(String code, Object... arguments) {
        return desktop.screenContext().strings().text("problem." + code + ".what", arguments);
    }

    @Test
    void everyProblemIsShownUntilItIsAcknowledged() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"check.photo-width\"");
        Files.writeString(
                folder.resolve("settings-copy.json"),
                "{\"user\": {\"app.language\": \"GERMAN\", \"app.theme\": \"PINK\", \"camera.source\": \"NONE\"}}");
        open();
        shoot("settings-restored");

        assertThat(words()).startsWith(problem("settings.restored"));
        doOnFx(() -> ((Button) notice().lookup(".button")).fire());
        until(() -> words().startsWith(problem("settings.value-ignored")));
        doOnFx(() -> ((Button) notice().lookup(".button")).fire());
        until(() -> !notice().isVisible());
    }

    @Test
    void aConnectionThatIsUnknownIsToldUntilItIsChosen() throws Exception {
        loseSettings();
        open();
        shoot("settings-undetermined");

        assertThat(words()).startsWith(problem("cloud.undetermined"));
        doOnFx(() -> ((Button) notice().lookup(".button")).fire());
        until(() -> desktop.scene().getRoot().lookup("#cloud-back") instanceof Button back && back.isVisible());
        doOnFx(() -> ((Button) desktop.scene().getRoot().lookup("#cloud-back")).fire());
        until(() -> words().equals(desktop.screenContext().strings().text("app.settings.restart")));
        assertThat(application.engine().charged()).isTrue();
    }

    @Test
    void theReceptionReadsItAndCannotAcknowledgeIt() throws Exception {
        loseSettings();
        try (var made = Application.open(folder, Clock.systemUTC(), EngineSettings.DEFAULT)) {
            made.openStorage();
            var robin = made.storage().operators().add("Robin", Role.RECEPTION);
            made.storage().operators().signIn(robin.id());
        }
        open();

        assertThat(words()).startsWith(problem("cloud.undetermined"));
        assertThat(notice().lookup(".button")).isNull();
    }

    private void loseSettings() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "");
        Files.delete(folder.resolve("settings-copy.json"));
    }
}
