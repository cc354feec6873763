package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.RekognitionFault;
import io.vestibule.local.wire.ServerFixture;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// Every failure of the service, provoked on a real socket: its type and its message.
class FailuresTest {

    private static final String OFFICE = "office";
    private static final Strings WORDS = Strings.strict("cloud");

    @TempDir
    Path folder;

    private ServerFixture serverFixture;
    private RekognitionClient client;
    private FaceCollection faces;

    @BeforeEach
    void open() {
        serverFixture = ServerFixture.open(folder);
        serverFixture.local.withCollection();
        client = serverFixture.client(o -> o.retryStrategy(RetryPolicy.strategy()));
        faces = ServerFixture.faces(client);
    }

    @AfterEach
    void close() {
        client.close();
        serverFixture.close();
    }

    private static CloudFailure failure(ThrowingCallable call) {
        var thrown = catchThrowableOfType(CloudException.class, call);
        var words = WORDS.problem(thrown.problem());
        assertThat(List.of(words.summary(), words.explanation(), words.advice()))
                .noneMatch(String::isBlank);
        return thrown.failure();
    }

    private void refused(String code, String message, CloudFailure expected) {
        serverFixture.rekognitionFaultInjector.failNext(
                "ListUsers", 1, new RekognitionFault.Refused(400, code, message));
        assertThat(failure(() -> faces.userStatuses(OFFICE))).isEqualTo(expected);
    }

    @Test
    void denied() {
        refused("AccessDeniedException", "User: arn is not authorized", new CloudFailure.Denied("ListUsers"));
        refused("UnrecognizedClientException", "The security token", new CloudFailure.Denied("ListUsers"));
    }

    @Test
    void expiredCredentials() {
        refused(
                "ExpiredTokenException",
                "The security token included in the request is expired",
                new CloudFailure.Expired());
    }

    @Test
    void aQuota() {
        refused("ServiceQuotaExceededException", "", new CloudFailure.LimitReached("ListUsers"));
    }

    @Test
    void permanentServerErrors() {
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 3, RekognitionFault.INTERNAL);
        assertThat(failure(() -> faces.userStatuses(OFFICE))).isEqualTo(new CloudFailure.Busy("ListUsers"));
        assertThat(faces.userStatuses(OFFICE)).isEmpty();
    }

    @Test
    void aMissingUserOrFace() {
        assertThat(failure(() ->
                        faces.associate(OFFICE, "nobody", List.of("0f8fad5b-d9cb-469f-a165-70867728950e"), 75, "t")))
                .isEqualTo(new CloudFailure.NotFound("AssociateFaces"));
    }

    @Test
    void aCollectionThatWasDeletedElsewhere() {
        faces.createUser(OFFICE, "u", "t-1");
        serverFixture.local.client.deleteCollection(r -> r.collectionId(OFFICE));
        assertThat(failure(() -> faces.userStatuses(OFFICE))).isEqualTo(new CloudFailure.CollectionGone("ListUsers"));
        assertThat(failure(() -> faces.createUser(OFFICE, "v", "t-2")))
                .isEqualTo(new CloudFailure.CollectionGone("CreateUser"));
        assertThat(faces.describe(OFFICE)).isEmpty();
    }

    @Test
    void aClockThatIsWrong() {
        for (var skew : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            serverFixture.rekognitionFaultInjector.skew(skew);
            assertThat(failure(() -> faces.userStatuses(OFFICE))).isEqualTo(new CloudFailure.ClockSkew());
        }
    }

    @Test
    void aWrongSecretIsNotAClockFailure() {
        try (var stranger = client(URI.create(endpoint()), Apache5HttpClient.builder(), "wrong-secret")) {
            assertThat(failure(() -> ServerFixture.faces(stranger).userStatuses(OFFICE)))
                    .isEqualTo(new CloudFailure.Denied("ListUsers"));
        }
    }

    @Test
    void anUnreachableService() {
        serverFixture.close();
        assertThat(failure(() -> faces.userStatuses(OFFICE))).isEqualTo(new CloudFailure.Offline());
    }

    @Test
    void anUnknownHostName() {
        try (var lost = client(URI.create("http://rekognition.invalid"), Apache5HttpClient.builder(), "secret")) {
            assertThat(failure(() -> ServerFixture.faces(lost).userStatuses(OFFICE)))
                    .isEqualTo(new CloudFailure.Offline());
        }
    }

    @Test
    void anUntrustedCertificate() throws Exception {
        try (var server = SelfSigned.start(folder);
                var deceived = client(server.endpoint(), Apache5HttpClient.builder(), "secret")) {
            assertThat(failure(() -> ServerFixture.faces(deceived).userStatuses(OFFICE)))
                    .isEqualTo(new CloudFailure.BadCertificate());
        }
    }

    @Test
    void aProxyThatWantsAPassword() throws IOException {
        try (var proxy = ClosedProxy.start()) {
            var through = ProxyConfiguration.builder()
                    .endpoint(proxy.endpoint())
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build();
            for (var service : List.of("http://rekognition.invalid", "https://rekognition.invalid")) {
                var http = Apache5HttpClient.builder().proxyConfiguration(through);
                try (var behind = client(URI.create(service), http, "secret")) {
                    assertThat(failure(() -> ServerFixture.faces(behind).userStatuses(OFFICE)))
                            .as(service)
                            .isEqualTo(new CloudFailure.ProxyLogin());
                }
            }
        }
    }

    @Test
    void throttlingIsRetriedThroughTheRateLimiter() {
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 4, RekognitionFault.THROTTLED);
        var time = new SimulatedTime();
        var gated = gated(RateLimiter.of("eu-central-1", time), time);
        assertThat(gated.userStatuses(OFFICE)).isEmpty();

        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 2, RekognitionFault.THROTTLED_AS_500);
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 3, RekognitionFault.THROTTLED);
        assertThat(failure(() -> gated.userStatuses(OFFICE))).isEqualTo(new CloudFailure.Throttled("ListUsers"));
        assertThat(time.pauses()).isNotEmpty();
    }

    @Test
    void aServiceWithLessThanItsQuotaIsCalledAtItsActualRate() {
        close();
        serverFixture = ServerFixture.open(
                folder, EngineSettings.DEFAULT.withCallsPerSecond(Map.of("ListUsers", 4)), Optional.empty());
        client = serverFixture.client(o -> o.retryStrategy(RetryPolicy.strategy()));
        var time = new SimulatedTime();
        var gated = gated(
                RateLimiter.of("eu-central-1", new Together(time, serverFixture)), new Together(time, serverFixture));
        for (int i = 0; i < 40; i++) {
            assertThat(gated.userStatuses(OFFICE)).isEmpty();
        }
    }

    /// Pausing also advances the clock of the service.
    private record Together(SimulatedTime time, ServerFixture wired) implements Ticker {
        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void pause(Duration wait) throws InterruptedException {
            time.pause(wait);
            wired.local.clock.pass(wait);
        }
    }

    private FaceCollection gated(RateLimiter gate, Ticker time) {
        return new RekognitionFaces(
                client,
                new RekognitionFaces.EngineInfo("wire", false),
                gate,
                CallLog.NONE,
                java.time.InstantSource.system(),
                time);
    }

    private String endpoint() {
        return serverFixture.endpoint().toString();
    }

    private RekognitionClient client(URI endpoint, Apache5HttpClient.Builder http, String secret) {
        return RekognitionClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .httpClientBuilder(http)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(serverFixture.key.id(), secret)))
                .overrideConfiguration(o -> o.retryStrategy(RetryPolicy.strategy()))
                .build();
    }
}
