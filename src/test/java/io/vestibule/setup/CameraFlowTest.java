package io.vestibule.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditFailure;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may choose the camera, and what becomes of the password of one on the network.
class CameraFlowTest {

    private static final String ADDRESS = "https://camera.example/video";

    @TempDir
    private Path folder;

    private Application application;
    private Settings settings;
    private CameraFlow flow;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder);
        settings = application.storage().settings();
        flow = new CameraFlow(
                application.setup().settings(),
                application.storage()::vault,
                application.storage().session(),
                List::of);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(call)
                .satisfies(e ->
                        assertThat(e.failure()).isEqualTo(new AuditFailure.NotAllowed(Permission.MANAGE_SETTINGS)));
    }

    private String kept() {
        return application
                .storage()
                .vault()
                .read(CameraKeys.PASSWORD)
                .map(String::new)
                .orElse("none");
    }

    @Test
    void aManagerChangesNothingAboutTheCamera() {
        var operators = application.storage().operators();
        operators.signIn(operators.add("Ben", Role.MANAGER).id());
        assertForbidden(() -> flow.choose(CameraSource.FOLDER));
        assertForbidden(() -> flow.useWebcam("v4l2:one"));
        assertForbidden(() -> flow.useFolder("/pictures"));
        assertForbidden(() -> flow.choosePlan(CapturePlan.FULL));
        assertForbidden(() -> flow.sound(true));
        assertForbidden(() -> flow.useNetwork(ADDRESS, "user", "secret".toCharArray(), true));
        assertThat(settings.get(CameraKeys.SOURCE)).isEqualTo(CameraSource.NONE);
        assertThat(settings.get(CameraKeys.DEVICE)).isEmpty();
        assertThat(settings.get(CameraKeys.FOLDER)).isEmpty();
        assertThat(settings.get(CameraKeys.ADDRESS)).isEmpty();
        assertThat(settings.get(CaptureKeys.PLAN)).isEqualTo(CapturePlan.STANDARD);
        assertThat(settings.get(CaptureKeys.SOUND)).isFalse();
        assertThat(kept()).isEqualTo("none");
    }

    @Test
    void whatIsChosenIsKept() {
        flow.choose(CameraSource.FOLDER);
        flow.useWebcam("v4l2:one");
        flow.useFolder("/pictures");
        flow.sound(true);
        assertThat(flow.get(CameraKeys.SOURCE)).isEqualTo(CameraSource.FOLDER);
        assertThat(flow.get(CameraKeys.DEVICE)).isEqualTo("v4l2:one");
        assertThat(flow.get(CameraKeys.FOLDER)).isEqualTo("/pictures");
        assertThat(flow.get(CaptureKeys.SOUND)).isTrue();
    }

    @Test
    void aPasswordIsKeptInTheVaultAndWipedWhereItWasTyped() {
        var password = "secret".toCharArray();
        flow.useNetwork(ADDRESS, "user", password, false);
        assertThat(password).containsOnly(' ');
        assertThat(kept()).isEqualTo("secret");
        assertThat(flow.get(CameraKeys.USER)).isEqualTo("user");
        assertThat(flow.get(CameraKeys.ADDRESS)).isEqualTo(ADDRESS);
    }

    @Test
    void noPasswordLeavesTheOneThatIsKeptAndNoUserTakesItAway() {
        flow.useNetwork(ADDRESS, "user", "secret".toCharArray(), false);
        flow.useNetwork(ADDRESS, "user", new char[0], true);
        assertThat(kept()).isEqualTo("secret");
        assertThat(flow.get(CameraKeys.READABLE)).isTrue();
        flow.useNetwork(ADDRESS, "", "other".toCharArray(), false);
        assertThat(kept()).isEqualTo("none");
        assertThat(flow.get(CameraKeys.USER)).isEmpty();
    }

    private List<String> changes() {
        return application.storage().log().recent(100).stream()
                .filter(entry -> entry.action().equals("settings.changed"))
                .map(AuditEntry::subject)
                .toList();
    }

    @Test
    void everyChangeIsInTheLogByItsKeyAndWithoutItsValue() {
        flow.useNetwork(ADDRESS, "user", "secret".toCharArray(), true);
        assertThat(changes())
                .containsExactlyInAnyOrder(
                        "camera.password", "camera.user", "camera.readable-accepted", "camera.address");
        flow.useNetwork(ADDRESS, "user", new char[0], true);
        assertThat(changes()).as("nothing changed").hasSize(4);
        flow.useNetwork(ADDRESS, "", new char[0], true);
        flow.useNetwork(ADDRESS, "", new char[0], true);
        assertThat(changes()).as("user and password").hasSize(6);
    }
}
