package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.AwsApplicationTest;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.cloud.aws.Aws;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.LoginServer;
import io.vestibule.cloud.aws.ProfileForm;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.Notice;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The notice in the window while saved jobs wait for a face service behind a socket, and its button.
class ConnectionMonitorTest extends FxTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Aws aws;
    private Application application;
    private ScreenContext screenContext;
    private ConnectionMonitor watch;

    @BeforeEach
    void open() {
        aws = Aws.open(elsewhere);
        AwsApplicationTest.choose(aws, folder, elsewhere);
        application = TestApplication.furnished(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
        begin();
    }

    private void begin() {
        screenContext = onFx(() -> ScreenContext.of(this::stage, Theme.Choice.LIGHT));
        show(1000, 700, () -> new StackPane(screenContext.overlay()));
        watch = onFx(() -> new ConnectionMonitor(
                application, screenContext, application.setup().cloud(), opened::add, this::tell));
        doOnFx(watch::start);
    }

    private void tell(Problem problem) {
        told.add(problem.code());
    }

    @AfterEach
    void close() {
        until(() -> screenContext.work().runningTasks().isEmpty());
        application.close();
        aws.close();
    }

    private PersonId save() {
        return application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.SearchDeferred())
                .person();
    }

    private Optional<Notice> notice() {
        return watch.notice().get();
    }

    private void press() {
        doOnFx(() -> notice().orElseThrow().action().orElseThrow().run().run());
    }

    @Test
    void nothingIsSaidWhileEverythingGoesWell() {
        var ana = save();
        TestApplication.await(application, ana, State.SEARCHABLE);

        until(() -> screenContext.work().runningTasks().isEmpty());
        assertThat(onFx(this::notice)).isEmpty();
    }

    @Test
    void jobsThatWaitForTheNetworkAreShownAndResumeOnRetry() {
        aws.faces.rekognitionFaultInjector.failAlways(new RekognitionFault.Dropped());
        var ana = save();
        until(() -> notice().isPresent());
        assertThat(onFx(() -> notice().orElseThrow().text()))
                .startsWith(screenContext
                        .strings()
                        .problem(Problem.of("cloud.offline"))
                        .summary());
        assertThat(onFx(() -> notice().orElseThrow().action().orElseThrow().text()))
                .isEqualTo(screenContext.strings().text("app.connection.retry"));

        aws.faces.rekognitionFaultInjector.clear();
        press();
        TestApplication.await(application, ana, State.SEARCHABLE);
        until(() -> notice().isEmpty());
        assertThat(told).isEmpty();
    }

    @Test
    void aLoginThatCannotBeRenewedHereIsTriedAgain() {
        aws.faces.rekognitionFaultInjector.failAlways(
                new RekognitionFault.Refused(400, "ExpiredTokenException", "The token is expired"));
        var ana = save();
        until(() -> notice().isPresent());
        assertThat(onFx(() -> notice().orElseThrow().text()))
                .startsWith(screenContext
                        .strings()
                        .problem(Problem.of("cloud.expired"))
                        .summary());

        aws.faces.rekognitionFaultInjector.clear();
        press();
        TestApplication.await(application, ana, State.SEARCHABLE);
        until(() -> notice().isEmpty());
        assertThat(opened).isEmpty();
    }

    @Test
    void theLoginButtonOpensTheBrowserAndAFailedLoginIsReported() throws Exception {
        var server = LoginServer.start();
        var files = Map.of(
                "aws.endpointUrlSsoOidc", server.address(),
                "aws.configFile", elsewhere.resolve("config").toString(),
                "aws.sharedCredentialsFile", elsewhere.resolve("shared").toString());
        Files.writeString(elsewhere.resolve("shared"), "");
        Files.writeString(elsewhere.resolve("config"), """
                [profile desk]
                sso_start_url = https://a.example
                sso_region = eu-central-1
                sso_account_id = 123456789012
                sso_role_name = desk
                """);
        files.forEach(System::setProperty);
        try (server) {
            var made = application.cloud().profiles().form();
            application
                    .cloud()
                    .profiles()
                    .write(
                            new ProfileForm(
                                    CredentialKind.SSO,
                                    new ProfileForm.CredentialFields("desk", "", "", ""),
                                    made.endpoint(),
                                    made.network(),
                                    made.storage()),
                            "");
            aws.faces.rekognitionFaultInjector.failAlways(new RekognitionFault.Dropped());
            save();
            application.close();
            aws.faces.rekognitionFaultInjector.clear();
            // There is no login yet: the waiting steps fail with an expired login.
            application = Application.open(folder, Clock.systemUTC(), EngineSettings.DEFAULT);
            application.storage().operators().signInLast();
            application.enrol().runner().start();
            begin();
            // Jobs that waited when the program was closed are reported first.
            until(() -> notice().flatMap(Notice::action)
                    .filter(action ->
                            action.text().equals(screenContext.strings().text("app.connection.login")))
                    .isPresent());

            server.refuse("AccessDeniedException");
            press();
            until(() -> !told.isEmpty());
            assertThat(opened).containsExactly(URI.create(server.address() + "/page?code=ABCD-EFGH"));
            assertThat(told).containsExactly("cloud.login-not-done");
            assertThat(onFx(() -> screenContext.overlay().isOpen())).isFalse();
        } finally {
            files.keySet().forEach(System::clearProperty);
        }
    }
}
