package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.cloud.ImageAnalysis.Box;
import io.vestibule.cloud.ImageAnalysis.DetectedLabel;
import io.vestibule.cloud.ImageAnalysis.EquipmentItem;
import io.vestibule.cloud.ImageAnalysis.PersonEquipment;
import io.vestibule.cloud.ImageAnalysis.TextLine;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// The operations that only Amazon has, over a real connection.
class RekognitionAnalysisTest {

    private static final ImageSource PHOTO = new ImageSource.Bytes(new byte[] {1, 2, 3});
    private static final String MODEL = "arn:aws:rekognition:eu-central-1:123456789012:project/p/version/v/1";

    private final List<String> called = new ArrayList<>();
    private final SimulatedTime time = new SimulatedTime();
    private PictureService service;
    private RekognitionClient client;
    private ImageAnalysis analysis;

    @BeforeEach
    void open() {
        service = PictureService.start();
        client = RekognitionClient.builder()
                .endpointOverride(service.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")))
                .overrideConfiguration(o -> o.retryStrategy(RetryPolicy.strategy()))
                .build();
        analysis = new RekognitionAnalysis(
                client,
                new RekognitionFaces.EngineInfo("rekognition", true),
                EnumSet.allOf(Operation.class),
                RateLimiter.of("eu-central-1", time),
                (operation, _, billed, ok) -> called.add(operation + " " + billed + " " + ok),
                InstantSource.system());
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void itReturnsEquipmentThatCoversTheFace() {
        assertThat(analysis.equipment(PHOTO))
                .containsExactly(new PersonEquipment(
                        new Box(.1f, 0, .8f, 1),
                        List.of(new EquipmentItem("FACE_COVER", new Box(.3f, .4f, .3f, .2f), true, 98.5f))));
        var asked = service.lastRequest().get("SummarizationAttributes");
        assertThat(asked.get("RequiredEquipmentTypes").toString()).isEqualTo("[\"FACE_COVER\",\"HEAD_COVER\"]");
        assertThat(called).containsExactly("DetectProtectiveEquipment true true");
    }

    @Test
    void itReturnsModerationLabelsByConfidence() {
        assertThat(analysis.moderation(PHOTO))
                .containsExactly(
                        new DetectedLabel("Violence", 82.5f, List.of()),
                        new DetectedLabel("Weapons", 71.5f, List.of()));
    }

    @Test
    void itReadsLinesAndNotTheirWordsAgain() {
        assertThat(analysis.text(PHOTO))
                .containsExactly(
                        new TextLine("VISITOR", 99, new Box(.1f, .1f, .5f, .2f)),
                        new TextLine("MARIA DA SILVA", 98, new Box(.1f, .4f, .7f, .1f)));
    }

    @Test
    void itReturnsLabelsByConfidence() {
        assertThat(analysis.labels(PHOTO))
                .containsExactly(
                        new DetectedLabel("Person", 99, List.of()),
                        new DetectedLabel("Helmet", 81, List.of(new Box(.2f, 0, .4f, .3f))));
    }

    @Test
    void itCallsTheCustomModelOfTheCompany() {
        assertThat(analysis.customLabels(PHOTO, MODEL))
                .containsExactly(
                        new DetectedLabel("no-lanyard", 92, List.of()),
                        new DetectedLabel("company-badge", 88, List.of(new Box(.5f, .6f, .1f, .1f))));
        assertThat(service.lastRequest().get("ProjectVersionArn").asString()).isEqualTo(MODEL);
    }

    @Test
    void aModelThatIsNotRunningIsReported() {
        service.refuse(400, "ResourceNotReadyException", "ProjectVersion is not in a valid state");

        assertFails(new CloudFailure.NotRunning("DetectCustomLabels"), () -> analysis.customLabels(PHOTO, MODEL));
    }

    @Test
    void aThrottledCallIsRetriedThroughTheRateLimiter() {
        service.refuse(400, "ThrottlingException", "Slow down").refuse(400, "ThrottlingException", "Slow down");

        assertThat(analysis.text(PHOTO)).hasSize(2);

        assertThat(service.operations()).containsExactly("DetectText", "DetectText", "DetectText");
        assertThat(called).containsExactly("DetectText true false", "DetectText true false", "DetectText true true");
    }

    @Test
    void aServerErrorIsRetriedByTheClient() {
        service.refuse(500, "InternalServerError", "Internal server error");

        assertThat(analysis.labels(PHOTO)).hasSize(2);
    }

    @Test
    void whatTheAccountMayNotDoIsDenied() {
        service.refuse(400, "AccessDeniedException", "User: arn is not authorized");

        assertFails(new CloudFailure.Denied("DetectModerationLabels"), () -> analysis.moderation(PHOTO));
        assertThat(called).containsExactly("DetectModerationLabels true false");
    }

    @Test
    void aPictureThatTheServiceCannotReadIsABadImage() {
        service.refuse(400, "InvalidImageFormatException", "Request has invalid image format");

        assertFails(new CloudFailure.BadImage("DetectProtectiveEquipment"), () -> analysis.equipment(PHOTO));
    }

    @Test
    void aComparisonWithoutAFaceIsAnEmptyResult() {
        service.refuse(400, "InvalidParameterException", "Request has invalid parameters");

        assertThat(analysis.compare(PHOTO, PHOTO)).isEmpty();
    }

    @Test
    void anUnreachableServiceIsOffline() {
        service.close();

        assertFails(new CloudFailure.Offline(), () -> analysis.text(PHOTO));
    }

    private static void assertFails(CloudFailure failure, ThrowingCallable call) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
