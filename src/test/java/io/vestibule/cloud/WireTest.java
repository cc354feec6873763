package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.vestibule.cloud.FaceCollection.UnindexedFace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// The SDK's real client over a real connection: its handling of responses that only a network can produce.
class WireTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status;
    private volatile String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                arrived.countDown();
                if (status == 0) {
                    awaitRelease();
                    return;
                }
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
    }

    @Test
    void unknownMembersAndUnknownValuesAreRead() {
        reply(200, """
                {"FaceRecords": [], "FaceModelVersion": "8.0", "Mood": "good",
                 "UnindexedFaces": [{"Reasons": ["TOO_MANY_HATS"], "FaceDetail": {}}]}""");

        assertThat(index().unindexed()).containsExactly(new UnindexedFace(List.of("TOO_MANY_HATS")));
    }

    @Test
    void aCodeThatIsNotInTheModelKeepsItsName() {
        reply(400, "{\"__type\": \"com.amazonaws.rekognition#BrandNewException\", \"Message\": \"no\"}");

        assertFails(new CloudFailure.Refused("IndexFaces", "BrandNewException"), this::index);
    }

    @Test
    void aValidationErrorOfTheImageIsABadImage() {
        reply(400, """
                {"__type": "ValidationException", "message": "1 validation error detected: Value at 'image.bytes' \
                failed to satisfy constraint: Member must have length less than or equal to 5242880"}""");

        assertFails(new CloudFailure.BadImage("IndexFaces"), this::index);
    }

    @Test
    void aProxysPageOfErrorIsBusy() {
        reply(502, "<html>Bad Gateway</html>");

        assertFails(new CloudFailure.Busy("IndexFaces"), this::index);
    }

    @Test
    void anAnswerThatIsCutOffIsOffline() {
        reply(200, "{\"FaceRecords\": [");

        assertFails(new CloudFailure.Offline(), this::index);
    }

    @Test
    void aClosedPortIsOffline() {
        server.stop(0);

        assertFails(new CloudFailure.Offline(), this::index);
    }

    @Test
    void noCredentialsAreDenied() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        };

        assertFails(new CloudFailure.Denied("IndexFaces"), () -> index(none));
    }

    @Test
    void aCallThatIsInterruptedEndsAndLeavesItsThreadInterrupted() throws Exception {
        status = 0;
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                index();
                interrupted.complete(false);
            } catch (CloudException e) {
                interrupted.complete(
                        Thread.currentThread().isInterrupted() && e.failure().equals(new CloudFailure.Offline()));
            }
        });
        arrived.await();

        caller.interrupt();

        assertThat(interrupted.get()).isTrue();
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    private FaceCollection.IndexAnswer index() {
        AwsCredentials key = AwsBasicCredentials.create("AKIDEXAMPLE", "secret");
        return index(StaticCredentialsProvider.create(key));
    }

    private FaceCollection.IndexAnswer index(AwsCredentialsProvider credentials) {
        try (RekognitionClient client = RekognitionClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(o -> o.retryStrategy(retry -> retry.maxAttempts(1)))
                .build()) {
            return new RekognitionFaces(
                            client,
                            new RekognitionFaces.EngineInfo("wire", false),
                            RateLimiter.UNLIMITED,
                            CallLog.NONE,
                            InstantSource.system(),
                            Ticker.SYSTEM)
                    .index("c", new ImageSource.Bytes(new byte[] {1}), "p", 1, QualityFilter.AUTO);
        }
    }

    private static void assertFails(CloudFailure failure, ThrowingCallable call) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
