package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.vms.VmsConnectionSettings;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console with AWS and a VMS, whose settings file is damaged between two starts.
class DamagedSettingsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void chooseAws() {
        try (var application = TestApplication.furnished(folder)) {
            var settings = application.storage().settings();
            settings.set(VmsConnectionSettings.ADDRESS, "http://127.0.0.1:9/");
            settings.set(ProfileSettings.BUCKET, "acme-photos");
            settings.set(ProfileSettings.REGION, "eu-west-1");
            settings.set(ProfileSettings.KIND, CredentialKind.ENVIRONMENT);
        }
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("settings.json"), content);
    }

    private Application open() {
        var application = Application.open(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
        application.openStorage();
        return application;
    }

    @Test
    void theConnectionsStayAsTheyWere() throws IOException {
        write("{\"cloud.access\": \"ENVIR");

        try (var application = open()) {
            assertThat(application.cloud().region()).contains("eu-west-1");
            assertThat(application.cloud().isUndetermined()).isFalse();
            assertThat(application.vms().connections().address()).isPresent();
        }
    }

    @Test
    void withoutACopyNobodyIsEnrolledIntoAnotherService() throws IOException {
        for (var damage : List.of("", "{}x", "{\"cloud.access\": \"ENVIRONMENTS\"}")) {
            Files.deleteIfExists(folder.resolve("settings-copy.json"));
            write(damage);
            for (int start = 1; start <= 2; start++) {
                try (var application = open()) {
                    refuses(application);
                }
            }
        }
    }

    private static void refuses(Application application) {
        var enrol = application.enrol().enrol();
        assertThatThrownBy(() -> enrol.save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.SearchDeferred()))
                .isInstanceOf(CloudException.class)
                .extracting(e -> ((CloudException) e).failure())
                .isEqualTo(new CloudFailure.Undetermined());
        assertThat(application.cloud().isUndetermined()).isTrue();
        var company = application.storage().people().companies().active().orElseThrow();
        assertThat(application.storage().people().persons().count(company.id())).isZero();
    }

    @Test
    void noVmsIsUsedUntilOneIsChosenAgain() throws IOException {
        Files.delete(folder.resolve("settings-copy.json"));
        write("");
        try (var application = open()) {
            assertThatThrownBy(() -> application.vms().client())
                    .isInstanceOf(VmsException.class)
                    .extracting(e -> ((VmsException) e).failure())
                    .isEqualTo(new VmsFailure.Undetermined());
            assertThat(application.setup().vms().facts().undetermined()).isTrue();

            application.setup().vms().useEmbedded();

            assertThat(application.vms().client().rules()).isNotEmpty();
            assertThat(application.setup().vms().facts().embedded()).isTrue();
        }
    }

    @Test
    void theServiceThatIsChosenAgainIsUsedFromTheNextStart() throws IOException {
        Files.delete(folder.resolve("settings-copy.json"));
        write("");
        try (var application = open()) {
            assertThat(application.setup().cloud().facts().undetermined()).isTrue();
            assertThat(application.setup().cloud().useEmbedded().restartNeeded())
                    .isTrue();
        }
        try (var application = open()) {
            assertThat(application.cloud().isUndetermined()).isFalse();
            assertThat(application.cloud().region()).isEmpty();
        }
    }
}
