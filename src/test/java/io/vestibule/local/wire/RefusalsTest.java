package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vestibule.local.DirectoryBucket;
import io.vestibule.local.engine.EngineSamples;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.LocalEngine;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AccessDeniedException;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InternalServerErrorException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.rekognition.model.ThrottlingException;

/// Every error arrives as the SDK's exception type for it, with code, status and request id.
class RefusalsTest {

    private static final String OFFICE = LocalEngine.COLLECTION;
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    @TempDir
    Path folder;

    private ServerFixture serverFixture;
    private LocalEngine local;
    private RekognitionClient client;

    @BeforeEach
    void open() {
        open(EngineSettings.DEFAULT);
    }

    private void open(EngineSettings settings) {
        var bucket = new DirectoryBucket(folder.resolve("bucket"), "photos-bucket", new byte[32]);
        serverFixture = ServerFixture.open(folder.resolve(UUID.randomUUID().toString()), settings, Optional.of(bucket));
        local = serverFixture.local.withCollection();
        client = serverFixture.client();
    }

    @AfterEach
    void close() {
        client.close();
        serverFixture.close();
    }

    private static RekognitionException refused(
            Class<? extends RekognitionException> type, String code, ThrowingCallable call) {
        var thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(type);
        var refusal = (RekognitionException) thrown;
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refusal.awsErrorDetails().errorMessage()).isNotNull();
        assertThat(UUID.fromString(refusal.requestId())).isNotNull();
        return refusal;
    }

    private void invalid(String path, ThrowingCallable call) {
        var refusal = refused(RekognitionException.class, "ValidationException", call);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.awsErrorDetails().errorMessage()).contains("at '" + path + "' failed to satisfy constraint");
    }

    @Test
    void whatIsThereAlreadyAndWhatIsNotThere() {
        refused(
                ResourceAlreadyExistsException.class,
                "ResourceAlreadyExistsException",
                () -> client.createCollection(r -> r.collectionId(OFFICE)));
        var none = "never-made";
        var face = local.face(local.person());
        var photo = EngineSamples.image("sample-person-1/1.jpg");
        Stream.<ThrowingCallable>of(
                        () -> client.describeCollection(r -> r.collectionId(none)),
                        () -> client.deleteCollection(r -> r.collectionId(none)),
                        () -> client.indexFaces(r -> r.collectionId(none).image(photo)),
                        () -> client.listFaces(r -> r.collectionId(none)),
                        () -> client.deleteFaces(r -> r.collectionId(none).faceIds(face)),
                        () -> client.searchFaces(r -> r.collectionId(none).faceId(face)),
                        () -> client.searchFacesByImage(
                                r -> r.collectionId(none).image(photo)),
                        () -> client.createUser(r -> r.collectionId(none).userId("u")),
                        () -> client.deleteUser(r -> r.collectionId(OFFICE).userId("u")),
                        () -> client.listUsers(r -> r.collectionId(none)),
                        () -> client.associateFaces(
                                r -> r.collectionId(OFFICE).userId("u").faceIds(face)),
                        () -> client.disassociateFaces(
                                r -> r.collectionId(OFFICE).userId("u").faceIds(face)),
                        () -> client.searchUsers(r -> r.collectionId(OFFICE).userId("u")),
                        () -> client.searchUsersByImage(
                                r -> r.collectionId(none).image(photo)),
                        () -> client.listTagsForResource(
                                r -> r.resourceArn("arn:aws:rekognition:local:000000000000:collection/" + none)))
                .forEach(call -> refused(ResourceNotFoundException.class, "ResourceNotFoundException", call));
    }

    @Test
    void aUserTwiceAndATokenForAnotherQuestion() {
        client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t"));
        refused(
                ConflictException.class,
                "ConflictException",
                () -> client.createUser(r -> r.collectionId(OFFICE).userId("u")));
        refused(
                IdempotentParameterMismatchException.class,
                "IdempotentParameterMismatchException",
                () -> client.createUser(
                        r -> r.collectionId(OFFICE).userId("other").clientRequestToken("t")));
    }

    @Test
    void aPageTokenOfAnotherList() {
        local.faces(2, local.person());
        var token = client.listFaces(r -> r.collectionId(OFFICE).maxResults(1)).nextToken();
        assertThat(token).hasSizeLessThanOrEqualTo(255);
        Stream.<ThrowingCallable>of(
                        () -> client.listUsers(r -> r.collectionId(OFFICE).nextToken(token)),
                        () -> client.listFaces(r -> r.collectionId(OFFICE).nextToken("made-up")),
                        () -> client.listCollections(r -> r.nextToken(token)))
                .forEach(call ->
                        refused(InvalidPaginationTokenException.class, "InvalidPaginationTokenException", call));
    }

    @Test
    void searchesThatCannotBeMade() {
        var wall = EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(200, 200), "png"));
        Stream.<ThrowingCallable>of(
                        () -> client.searchFaces(r ->
                                r.collectionId(OFFICE).faceId(UUID.randomUUID().toString())),
                        () -> client.searchFacesByImage(
                                r -> r.collectionId(OFFICE).image(wall)),
                        () -> client.searchUsers(r -> r.collectionId(OFFICE)),
                        () -> client.compareFaces(r -> r.sourceImage(wall).targetImage(wall)))
                .forEach(call -> refused(InvalidParameterException.class, "InvalidParameterException", call));
        assertThat(client.searchUsersByImage(r -> r.collectionId(OFFICE).image(wall))
                        .userMatches())
                .isEmpty();
    }

    @Test
    void picturesThatCannotBeRead() {
        var text = EngineSamples.image("not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused(
                InvalidImageFormatException.class,
                "InvalidImageFormatException",
                () -> client.detectFaces(r -> r.image(text)));
        var wide = EngineSamples.image(
                EngineSamples.encoded(new BufferedImage(10_001, 80, BufferedImage.TYPE_BYTE_GRAY), "png"));
        refused(ImageTooLargeException.class, "ImageTooLargeException", () -> client.detectFaces(r -> r.image(wide)));
        refused(
                InvalidParameterException.class,
                "InvalidParameterException",
                () -> client.detectFaces(
                        r -> r.image(EngineSamples.image(EngineSamples.encoded(EngineSamples.wall(79, 200), "png")))));
        refused(
                InvalidS3ObjectException.class,
                "InvalidS3ObjectException",
                () -> client.detectFaces(r ->
                        r.image(i -> i.s3Object(o -> o.bucket("photos-bucket").name("not-there")))));
    }

    @Test
    void aPictureOfTheMaximumSizeIsAcceptedAndOneByteMoreIsInvalid() {
        refused(
                InvalidImageFormatException.class,
                "InvalidImageFormatException",
                () -> client.compareFaces(r -> r.sourceImage(EngineSamples.image(new byte[MOST_BYTES]))
                        .targetImage(EngineSamples.image(new byte[MOST_BYTES]))));
        invalid("image.bytes", () -> client.detectFaces(r -> r.image(EngineSamples.image(new byte[MOST_BYTES + 1]))));
    }

    @Test
    void aUserThatIsFullAndTagsThatAreTooMany() {
        client.createUser(r -> r.collectionId(OFFICE).userId("u"));
        var person = local.person();
        client.associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(local.faces(100, person)));
        var more = local.face(person);
        refused(
                ServiceQuotaExceededException.class,
                "ServiceQuotaExceededException",
                () -> client.associateFaces(
                        r -> r.collectionId(OFFICE).userId("u").faceIds(more)));
    }

    @Test
    void limitsOfTheModel() {
        var id = UUID.randomUUID().toString();
        invalid("collectionId", () -> client.createCollection(r -> {}));
        invalid("collectionId", () -> client.createCollection(r -> r.collectionId("a b")));
        invalid("collectionId", () -> client.createCollection(r -> r.collectionId("a".repeat(256))));
        invalid("userId", () -> client.createUser(r -> r.collectionId(OFFICE).userId("a".repeat(129))));
        invalid(
                "faceIds",
                () -> client.associateFaces(
                        r -> r.collectionId(OFFICE).userId("u").faceIds(Collections.nCopies(101, id))));
        invalid(
                "faceIds",
                () -> client.deleteFaces(r -> r.collectionId(OFFICE).faceIds(Collections.nCopies(4097, id))));
        invalid("faceIds", () -> client.deleteFaces(r -> r.collectionId(OFFICE).faceIds(List.of())));
        invalid("maxResults", () -> client.listUsers(r -> r.collectionId(OFFICE).maxResults(501)));
        invalid("maxResults", () -> client.listFaces(r -> r.collectionId(OFFICE).maxResults(4097)));
        invalid(
                "userMatchThreshold",
                () -> client.searchUsers(r -> r.collectionId(OFFICE).faceId(id).userMatchThreshold(100.5f)));
        invalid("faceId", () -> client.searchFaces(r -> r.collectionId(OFFICE).faceId("FACE")));
        var photo = EngineSamples.image("sample-person-1/1.jpg");
        invalid(
                "externalImageId",
                () -> client.indexFaces(r -> r.collectionId(OFFICE).image(photo).externalImageId("my photo.jpg")));
        invalid(
                "maxFaces",
                () -> client.indexFaces(r -> r.collectionId(OFFICE).image(photo).maxFaces(0)));
        invalid(
                "qualityFilter",
                () -> client.indexFaces(r -> r.collectionId(OFFICE).image(photo).qualityFilter("BEST")));
    }

    @Test
    void tooManyCallsASecond() {
        close();
        open(EngineSettings.DEFAULT.withCallsPerSecond(Map.of("ListUsers", 2)));
        client.listUsers(r -> r.collectionId(OFFICE));
        client.listUsers(r -> r.collectionId(OFFICE));
        refused(
                ProvisionedThroughputExceededException.class,
                "ProvisionedThroughputExceededException",
                () -> client.listUsers(r -> r.collectionId(OFFICE)));
    }

    @Test
    void refusalsThatOnlyASwitchGives() {
        serverFixture.rekognitionFaultInjector.failNext(
                "ListUsers", 1, new RekognitionFault.Refused(400, "AccessDeniedException", "not authorized"));
        serverFixture.rekognitionFaultInjector.failNext(
                "ListUsers", 1, new RekognitionFault.Refused(400, "ThrottlingException", "Slow down"));
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.THROTTLED_AS_500);
        serverFixture.rekognitionFaultInjector.failNext("ListUsers", 1, RekognitionFault.INTERNAL);
        refused(AccessDeniedException.class, "AccessDeniedException", this::listUsers);
        refused(ThrottlingException.class, "ThrottlingException", this::listUsers);
        assertThat(refused(ThrottlingException.class, "ThrottlingException", this::listUsers)
                        .statusCode())
                .isEqualTo(500);
        refused(InternalServerErrorException.class, "InternalServerError", this::listUsers);
        listUsers();
    }

    private void listUsers() {
        client.listUsers(r -> r.collectionId(OFFICE));
    }

    @Test
    void operationsThatTheEngineLacks() {
        refused(
                RekognitionException.class,
                "NotAvailableOnEmbeddedEngine",
                () -> client.detectLabels(r -> r.image(EngineSamples.image("group.jpg"))));
        refused(
                RekognitionException.class,
                "NotAvailableOnEmbeddedEngine",
                () -> client.createFaceLivenessSession(r -> {}));
    }
}
