package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.vestibule.cloud.CallLog;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.RateLimiter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/// Every credential source, with real files and sockets.
class CredentialsTest {

    private static final String METADATA = SdkSystemSetting.AWS_EC2_METADATA_SERVICE_ENDPOINT.property();
    private static final String CONFIG = ProfileFileSystemSetting.AWS_CONFIG_FILE.property();
    private static final String SHARED = ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.property();
    private static final String CONTAINER = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Aws aws;
    private HttpServer metadata;

    @BeforeEach
    void open() throws IOException {
        aws = Aws.open(folder);
        aws.faces.local.withCollection();
        metadata = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        metadata.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(path);
                byte[] answer = answer(path).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        metadata.start();
        String address = "http://127.0.0.1:" + metadata.getAddress().getPort();
        System.setProperty(METADATA, address);
        System.setProperty(CONTAINER, address + "/container");
        System.setProperty(CONFIG, folder.resolve("config").toString());
        System.setProperty(SHARED, folder.resolve("shared").toString());
    }

    @AfterEach
    void close() {
        metadata.stop(0);
        aws.close();
        List.of(METADATA, CONTAINER, CONFIG, SHARED).forEach(System::clearProperty);
    }

    private static String answer(String path) {
        if (path.endsWith("/api/token")) {
            return "token";
        }
        if (path.endsWith("/security-credentials/") || path.endsWith("/security-credentials-extended/")) {
            return "desk";
        }
        if (path.contains("security-credentials") || path.equals("/container")) {
            return """
                    {"Code": "Success", "AccessKeyId": "%s", "SecretAccessKey": "%s",
                     "Token": "t", "AccountId": "123456789012", "Expiration": "2099-01-01T00:00:00Z"}""".formatted(S3Server.KEY_ID, S3Server.SECRET);
        }
        return """
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>%s</AccessKeyId>
                <SecretAccessKey>%s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(S3Server.KEY_ID, S3Server.SECRET);
    }

    private void config(String text) throws IOException {
        Files.writeString(folder.resolve("config"), text);
        Files.writeString(folder.resolve("shared"), "");
    }

    private Profile profile(CredentialSource credentialSource) {
        var usual = aws.profile(folder);
        var roles = URI.create("http://127.0.0.1:" + metadata.getAddress().getPort());
        return new Profile(
                credentialSource,
                new Endpoint(
                        Aws.REGION,
                        usual.endpoint().rekognition(),
                        usual.endpoint().s3(),
                        Optional.of(roles)),
                usual.proxySettings(),
                usual.storage());
    }

    private void works(CredentialSource credentialSource) {
        try (var awsConnection = AwsConnection.open(profile(credentialSource))) {
            var faces = awsConnection.faces(RateLimiter.UNLIMITED, CallLog.NONE, InstantSource.system());
            assertThat(faces.describe("office")).isPresent();
            var bucket = awsConnection.bucket(CallLog.NONE, InstantSource.system());
            bucket.put("1.jpg", new byte[] {1});
            assertThat(bucket.keys("")).containsExactly("1.jpg");
        }
    }

    /// The embedded server does not accept session tokens, so only the resolved credentials are checked.
    private void yields(CredentialSource credentialSource) {
        try (var http = HttpClients.open(ProxySettings.DEFAULT);
                var credentials = Credentials.of(profile(credentialSource), http)) {
            var found = (AwsSessionCredentials) credentials.resolveCredentials();
            assertThat(found.accessKeyId()).isEqualTo(S3Server.KEY_ID);
            assertThat(found.sessionToken()).isEqualTo("t");
        }
    }

    private CloudFailure failure(CredentialSource credentialSource) {
        try (var awsConnection = AwsConnection.open(profile(credentialSource))) {
            var faces = awsConnection.faces(RateLimiter.UNLIMITED, CallLog.NONE, InstantSource.system());
            return catchThrowableOfType(CloudException.class, () -> faces.describe("office"))
                    .failure();
        }
    }

    @Test
    void aNamedProfileWithKeysOfItsOwn() throws IOException {
        config("[profile desk]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(S3Server.KEY_ID, S3Server.SECRET));
        works(new CredentialSource.NamedProfile("desk"));
        assertThat(asked).isEmpty();
    }

    @Test
    void aNamedProfileWithAProgram() throws IOException {
        config("[profile desk]\ncredential_process = %s\n"
                .formatted(Aws.printing(folder, S3Server.KEY_ID, S3Server.SECRET)));
        works(new CredentialSource.NamedProfile("desk"));
        assertThat(asked).isEmpty();
    }

    @Test
    void aProgram() {
        works(new CredentialSource.Program(Aws.printing(folder, S3Server.KEY_ID, S3Server.SECRET)));
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoleIsTakenByAProfile() throws IOException {
        config("[profile desk]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(S3Server.KEY_ID, S3Server.SECRET));
        yields(new CredentialSource.Role("arn:aws:iam::123456789012:role/desk", "", "desk"));
        assertThat(asked).containsOnly("/");
    }

    @Test
    void anInstanceAsksItsMetadataAndAContainerItsEndpoint() {
        yields(new CredentialSource.Instance());
        assertThat(asked).isNotEmpty().allMatch(path -> path.startsWith("/latest/"));
        asked.clear();
        yields(new CredentialSource.Container());
        assertThat(asked).containsOnly("/container");
    }

    @Test
    void missingCredentialsAreReportedWithoutQueryingMetadata() throws IOException {
        config("""
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/desk
                credential_source = Ec2InstanceMetadata
                """);
        for (var access : List.of(
                new CredentialSource.Environment(),
                new CredentialSource.NamedProfile("nobody"),
                new CredentialSource.NamedProfile("role"),
                new CredentialSource.Program("false"),
                new CredentialSource.Program("echo nonsense"))) {
            assertThat(failure(access)).as(access.label()).isEqualTo(new CloudFailure.NoCredentials());
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aMissingLoginRequiresALogin() throws IOException {
        config("""
                [profile desk]
                sso_session = acme
                sso_account_id = 123456789012
                sso_role_name = desk
                [sso-session acme]
                sso_region = eu-central-1
                sso_start_url = https://acme.awsapps.example/start
                """);
        assertThat(failure(new CredentialSource.SingleSignOn("desk"))).isEqualTo(new CloudFailure.Expired());
    }
}
