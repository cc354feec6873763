package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rekognition.model.CreateUserResponse;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ThrottlingException;

/// The steps of every call: rate limiter, call log, and mapping of failures.
class CallExecutorTest {

    private static final ImageSource PHOTO = new ImageSource.Bytes(new byte[] {1, 2, 3});
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private record Called(String operation, Instant at, boolean billed, boolean ok) {}

    private final ScriptedRekognition aws = new ScriptedRekognition();
    private final SimulatedTime time = new SimulatedTime();
    private final List<Called> log = new ArrayList<>();
    private final FaceCollection faces = adapter(true, RateLimiter.UNLIMITED);

    private FaceCollection adapter(boolean billed, RateLimiter gate) {
        return new RekognitionFaces(
                aws,
                new RekognitionFaces.EngineInfo("aws 7.0", billed),
                gate,
                (operation, at, costs, ok) -> log.add(new Called(operation, at, costs, ok)),
                InstantSource.fixed(NOON),
                time);
    }

    @Test
    void everyCallIsLoggedWithItsPriceAndOutcome() {
        aws.answer(IndexFacesResponse.builder().build())
                .answer(CreateUserResponse.builder().build())
                .fail(ThrottlingException.builder().build());
        faces.index("c", PHOTO, "p", 1, QualityFilter.AUTO);
        faces.createUser("c", "u1", "t");
        assertFails(
                new CloudFailure.Throttled("AssociateFaces"), () -> faces.associate("c", "u", List.of("f"), 75, "t"));

        assertThat(log)
                .containsExactly(
                        new Called("IndexFaces", NOON, true, true),
                        new Called("CreateUser", NOON, false, true),
                        new Called("AssociateFaces", NOON, true, false));
    }

    @Test
    void theEmbeddedEngineIsNeverBilled() {
        aws.answer(IndexFacesResponse.builder().build());

        adapter(false, RateLimiter.UNLIMITED).index("c", PHOTO, "p", 1, QualityFilter.AUTO);

        assertThat(log).containsExactly(new Called("IndexFaces", NOON, false, true));
    }

    @Test
    void aFailureOfTheLogDoesNotFailTheCall() {
        aws.answer(IndexFacesResponse.builder().faceModelVersion("7.0").build());
        FaceCollection unlogged = new RekognitionFaces(
                aws,
                new RekognitionFaces.EngineInfo("aws", true),
                RateLimiter.UNLIMITED,
                (operation, at, billed, ok) -> {
                    throw new IllegalStateException("disk full");
                },
                InstantSource.fixed(NOON),
                time);

        assertThat(unlogged.index("c", PHOTO, "p", 1, QualityFilter.AUTO).indexed())
                .isEmpty();
    }

    @Test
    void callsPassThroughTheRateLimiter() {
        FaceCollection gated = adapter(true, RateLimiter.of("eu-central-1", time));
        for (int i = 0; i < 6; i++) {
            aws.answer(DeleteFacesResponse.builder().deletedFaces("f").build());
            gated.deleteFaces("c", List.of("f"));
        }

        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void anInterruptedCallLeavesTheThreadInterrupted() {
        aws.fail(AbortedException.create("Thread was interrupted"));

        assertFails(new CloudFailure.Offline(), () -> faces.describe("c"));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptedWaitAtTheRateLimiterMakesNoCallAndLeavesTheThreadInterrupted() {
        FaceCollection gated = adapter(true, RateLimiter.of("eu-central-1", time));
        for (int i = 0; i < 5; i++) {
            aws.answer(DeleteFacesResponse.builder().deletedFaces("f").build());
            gated.deleteFaces("c", List.of("f"));
        }
        Thread.currentThread().interrupt();

        assertFails(new CloudFailure.Offline(), () -> gated.deleteFaces("c", List.of("f")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(aws.asked()).hasSize(5);
    }

    @Test
    void aLostAnswerIsOfflineWithItsCause() {
        SdkClientException lost = SdkClientException.create("Unable to execute HTTP request");
        aws.fail(lost);

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> faces.createIfAbsent("c"))
                .withCause(lost)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new CloudFailure.Offline()));
    }

    private static void assertFails(CloudFailure failure, ThrowingCallable call) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
