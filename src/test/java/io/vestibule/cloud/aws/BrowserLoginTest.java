package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.Ticker;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/// Browser login over a real socket with real files.
class BrowserLoginTest {

    private static final String CONFIG = ProfileFileSystemSetting.AWS_CONFIG_FILE.property();
    private static final String SHARED = ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.property();
    private static final String LOGINS = "aws.endpointUrlSsoOidc";

    @TempDir
    private Path home;

    private LoginServer server;
    private final List<Duration> pauses = new ArrayList<>();
    private final List<BrowserLogin.Prompt> prompts = new ArrayList<>();
    private Consumer<BrowserLogin.Prompt> shown = prompts::add;

    @BeforeEach
    void open() throws IOException {
        server = LoginServer.start();
        System.setProperty(LOGINS, server.address());
        System.setProperty(CONFIG, home.resolve("config").toString());
        System.setProperty(SHARED, home.resolve("shared").toString());
        Files.writeString(home.resolve("shared"), "");
        Files.writeString(home.resolve("config"), """
                [profile desk]
                sso_session = acme
                sso_account_id = 123456789012
                sso_role_name = desk
                [sso-session acme]
                sso_region = eu-central-1
                sso_start_url = https://acme.awsapps.example/start
                sso_registration_scopes = sso:account:access
                [profile old]
                sso_start_url = https://acme.awsapps.example/start
                sso_region = eu-central-1
                sso_account_id = 123456789012
                sso_role_name = desk
                [profile by-role]
                role_arn = arn:aws:iam::123456789012:role/desk
                source_profile = desk
                [profile keys]
                aws_access_key_id = x
                aws_secret_access_key = y
                """);
    }

    @AfterEach
    void close() {
        server.close();
        List.of(LOGINS, CONFIG, SHARED).forEach(System::clearProperty);
    }

    private Path cache() {
        return home.resolve(".aws").resolve("sso").resolve("cache");
    }

    private void login(CredentialSource credentialSource) {
        Ticker time = new Ticker() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(Duration wait) throws InterruptedException {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                pauses.add(wait);
            }
        };
        new BrowserLogin(new LoginCache(cache()), time, InstantSource.system())
                .run(credentialSource, ProxySettings.DEFAULT, shown);
    }

    private CloudFailure failure(CredentialSource credentialSource) {
        return catchThrowableOfType(CloudException.class, () -> login(credentialSource))
                .failure();
    }

    private String whoseCredentials(String profile) throws Exception {
        var program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.endpointUrlSso=" + server.address(),
                "-D" + CONFIG + "=" + home.resolve("config"),
                "-D" + SHARED + "=" + home.resolve("shared"),
                "-cp",
                System.getProperty("java.class.path"),
                LoggedIn.class.getName(),
                profile);
        program.environment().put("HOME", home.toString());
        program.environment().put("USERPROFILE", home.toString());
        var running = program.redirectErrorStream(true).start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "old"})
    void theProfileIsReadWithTheTokenOfTheLogin(String profile) throws Exception {
        assertThat(whoseCredentials(profile)).contains("cloud.expired");
        login(new CredentialSource.SingleSignOn(profile));
        assertThat(prompts)
                .containsExactly(
                        new BrowserLogin.Prompt("ABCD-EFGH", URI.create(server.address() + "/page?code=ABCD-EFGH")));
        assertThat(whoseCredentials(profile).strip()).endsWith("VESTLOGGEDIN");
        try (var files = Files.list(cache())) {
            assertThat(files.toList())
                    .hasSize(1)
                    .allSatisfy(
                            file -> assertThat(OwnerOnlyFiles.isPrivate(file)).isTrue());
        }
    }

    @Test
    void theServiceIsPolledAtItsIntervalUntilThePersonIsDone() {
        server.refuse("AuthorizationPendingException", "SlowDownException", "AuthorizationPendingException");
        login(new CredentialSource.NamedProfile("desk"));
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(6));
        assertThat(server.asked.getFirst()).startsWith("/client/register").contains("sso:account:access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredTokenException", "AccessDeniedException"})
    void aRefusalOrTimeoutIsNotALogin(String answer) {
        server.refuse("AuthorizationPendingException", answer);
        assertThat(failure(new CredentialSource.SingleSignOn("desk"))).isEqualTo(new CloudFailure.LoginNotDone());
        assertThat(cache()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCancelledLoginIsNotALogin(boolean beforeTheCode) {
        if (beforeTheCode) {
            Thread.currentThread().interrupt();
        }
        shown = _ -> Thread.currentThread().interrupt();
        assertThat(failure(new CredentialSource.SingleSignOn("desk"))).isEqualTo(new CloudFailure.LoginNotDone());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cache()).doesNotExist();
    }

    @Test
    void onlyProfilesWithAPageHaveALogin() {
        assertThat(BrowserLogin.supports(new CredentialSource.NamedProfile("desk")))
                .isTrue();
        assertThat(BrowserLogin.supports(new CredentialSource.NamedProfile("by-role")))
                .isTrue();
        for (var access : List.of(
                new CredentialSource.NamedProfile("keys"),
                new CredentialSource.SingleSignOn("nobody"),
                new CredentialSource.Environment(),
                new CredentialSource.Instance())) {
            assertThat(BrowserLogin.supports(access)).as(access.label()).isFalse();
            assertThat(failure(access)).isEqualTo(new CloudFailure.NoLogin());
        }
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsReported() {
        server.close();
        assertThat(failure(new CredentialSource.SingleSignOn("desk"))).isEqualTo(new CloudFailure.Offline());
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() throws IOException {
        Files.writeString(home.resolve(".aws"), "in the way");
        assertThat(failure(new CredentialSource.SingleSignOn("desk"))).isEqualTo(new CloudFailure.LoginNotKept());
    }
}
