package io.vestibule.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vestibule.cloud.FaceCollection.CollectionInfo;
import io.vestibule.cloud.FaceCollection.FaceMatch;
import io.vestibule.cloud.FaceCollection.IndexedFaceRecord;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.FaceCollection.Unassociated;
import io.vestibule.cloud.FaceCollection.UnindexedFace;
import io.vestibule.cloud.FaceCollection.UserMatch;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesRequest;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.CreateUserRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListUsersRequest;
import software.amazon.awssdk.services.rekognition.model.ListUsersResponse;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersResponse;
import software.amazon.awssdk.services.rekognition.model.User;

@SuppressWarnings("unchecked") // the SDK's builders take arrays of consumers
class RekognitionFacesTest {

    private static final ImageSource PHOTO = new ImageSource.Bytes(new byte[] {1, 2, 3});

    private final ScriptedRekognition aws = new ScriptedRekognition();
    private final SimulatedTime time = new SimulatedTime();
    private final FaceCollection faces = new RekognitionFaces(
            aws,
            new RekognitionFaces.EngineInfo("aws 7.0", true),
            RateLimiter.UNLIMITED,
            CallLog.NONE,
            InstantSource.system(),
            time);

    @Test
    void indexingReturnsIndexedFacesAndReasonsForTheRest() {
        aws.answer(IndexFacesResponse.builder()
                .faceModelVersion("7.0")
                .faceRecords(r -> r.face(face -> face.faceId("f1")
                        .imageId("i1")
                        .externalImageId("photo-1")
                        .confidence(99.5f)))
                .unindexedFaces(
                        u -> u.reasonsWithStrings("EXCEEDS_MAX_FACES", "A_REASON_OF_NEXT_YEAR"),
                        u -> u.reasonsWithStrings("LOW_SHARPNESS"))
                .build());

        var answer = faces.index("c", PHOTO, "photo-1", 1, QualityFilter.AUTO);

        assertThat(answer.indexed()).containsExactly(new IndexedFaceRecord("f1", "i1", "photo-1", 99.5f, "7.0"));
        assertThat(answer.unindexed())
                .containsExactly(
                        new UnindexedFace(List.of("EXCEEDS_MAX_FACES", "A_REASON_OF_NEXT_YEAR")),
                        new UnindexedFace(List.of("LOW_SHARPNESS")));
        IndexFacesRequest sent = aws.asked(0, IndexFacesRequest.class);
        assertThat(sent.externalImageId()).isEqualTo("photo-1");
        assertThat(sent.maxFaces()).isEqualTo(1);
        assertThat(sent.qualityFilterAsString()).isEqualTo("AUTO");
        assertThat(sent.image().bytes().asByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void aPhotoInTheBucketIsNamedInsteadOfSent() {
        aws.answer(IndexFacesResponse.builder().faceModelVersion("7.0").build());

        var answer = faces.index("c", new ImageSource.Stored("bucket", "key"), "photo-1", 1, QualityFilter.NONE);

        assertThat(answer.indexed()).isEmpty();
        assertThat(answer.unindexed()).isEmpty();
        IndexFacesRequest sent = aws.asked(0, IndexFacesRequest.class);
        assertThat(sent.image().bytes()).isNull();
        assertThat(sent.image().s3Object().bucket()).isEqualTo("bucket");
        assertThat(sent.image().s3Object().name()).isEqualTo("key");
    }

    @Test
    void everyFaceOfAnAssociationIsAccountedForOnce() {
        aws.answer(AssociateFacesResponse.builder()
                .userStatus("UPDATING")
                .associatedFaces(f -> f.faceId("new"))
                .unsuccessfulFaceAssociations(
                        f -> f.faceId("low").confidence(61.5f).reasonsWithStrings("LOW_MATCH_CONFIDENCE"),
                        f -> f.faceId("other").userId("u2").reasonsWithStrings("ASSOCIATED_TO_A_DIFFERENT_IDENTITY"),
                        f -> f.faceId("gone").reasonsWithStrings("FACE_NOT_FOUND"),
                        f -> f.faceId("surplus"),
                        f -> f.faceId("never asked for").reasonsWithStrings("FACE_NOT_FOUND"))
                .build());

        var answer = faces.associate(
                "c", "u1", List.of("new", "low", "mine", "other", "gone", "surplus", "new"), 75, "token");

        assertThat(answer.associated()).containsExactly("new");
        assertThat(answer.already()).containsExactly("mine");
        assertThat(answer.refused())
                .containsExactly(
                        new Unassociated("low", Optional.of(61.5f), Optional.empty(), List.of("LOW_MATCH_CONFIDENCE")),
                        new Unassociated(
                                "other",
                                Optional.empty(),
                                Optional.of("u2"),
                                List.of("ASSOCIATED_TO_A_DIFFERENT_USER")),
                        new Unassociated("gone", Optional.empty(), Optional.empty(), List.of("FACE_NOT_FOUND")),
                        new Unassociated("surplus", Optional.empty(), Optional.empty(), List.of()));
        assertThat(answer.userStatus()).isEqualTo("UPDATING");
        AssociateFacesRequest sent = aws.asked(0, AssociateFacesRequest.class);
        assertThat(sent.faceIds()).containsExactly("new", "low", "mine", "other", "gone", "surplus");
        assertThat(sent.userMatchThreshold()).isEqualTo(75f);
        assertThat(sent.clientRequestToken()).isEqualTo("token");
    }

    @Test
    void aStatusThatTheSdkDoesNotKnowIsReadAsItIsSpelled() {
        aws.answer(AssociateFacesResponse.builder().userStatus("RESTING").build());

        assertThat(faces.associate("c", "u1", List.of("f"), 75, "t").userStatus())
                .isEqualTo("RESTING");
    }

    @Test
    void everyFaceOfADisassociationIsAccountedForOnce() {
        aws.answer(DisassociateFacesResponse.builder()
                .userStatus("UPDATING")
                .disassociatedFaces(f -> f.faceId("a"))
                .unsuccessfulFaceDisassociations(
                        f -> f.faceId("b").userId("u2").reasonsWithStrings("ASSOCIATED_TO_A_DIFFERENT_IDENTITY"))
                .build());

        var answer = faces.disassociate("c", "u1", List.of("a", "b", "c"), "token");

        assertThat(answer.disassociated()).containsExactly("a");
        assertThat(answer.already()).containsExactly("c");
        assertThat(answer.refused())
                .containsExactly(new Unassociated(
                        "b", Optional.empty(), Optional.of("u2"), List.of("ASSOCIATED_TO_A_DIFFERENT_USER")));
    }

    @Test
    void deletionsThatTheServiceKeptOrDoesNotNameAreRefused() {
        aws.answer(DeleteFacesResponse.builder()
                .deletedFaces("a")
                .unsuccessfulFaceDeletions(
                        f -> f.faceId("b").userId("u1").reasonsWithStrings("ASSOCIATED_TO_AN_EXISTING_USER"))
                .build());

        var answer = faces.deleteFaces("c", List.of("a", "b", "c"));

        assertThat(answer.deleted()).containsExactly("a");
        assertThat(answer.refused())
                .containsExactly(
                        new Unassociated(
                                "b", Optional.empty(), Optional.of("u1"), List.of("ASSOCIATED_TO_AN_EXISTING_USER")),
                        new Unassociated("c", Optional.empty(), Optional.empty(), List.of("FACE_NOT_FOUND")));
    }

    @Test
    void moreDeletionsThanOneCallTakesAreSentInSeveral() {
        List<String> ids = IntStream.range(0, 4_097).mapToObj(i -> "f" + i).toList();
        aws.answer(DeleteFacesResponse.builder()
                        .deletedFaces(ids.subList(0, 4_096))
                        .build())
                .answer(DeleteFacesResponse.builder().deletedFaces("f4096").build());

        assertThat(faces.deleteFaces("c", ids).deleted()).isEqualTo(ids);
        assertThat(aws.asked(0, DeleteFacesRequest.class).faceIds()).hasSize(4_096);
        assertThat(faces.deleteFaces("c", List.of()).deleted()).isEmpty();
    }

    @Test
    void aCollectionThatIsThereAlreadyIsSuccess() {
        aws.fail(ResourceAlreadyExistsException.builder().build())
                .answer(DescribeCollectionResponse.builder()
                        .faceCount(7L)
                        .userCount(3L)
                        .faceModelVersion("7.0")
                        .build());

        assertThat(faces.createIfAbsent("c")).isEqualTo(new CollectionInfo("c", 7, 3, "7.0"));
    }

    @Test
    void aNewCollectionIsEmpty() {
        aws.answer(CreateCollectionResponse.builder().faceModelVersion("7.0").build());

        assertThat(faces.createIfAbsent("c")).isEqualTo(new CollectionInfo("c", 0, 0, "7.0"));
    }

    @Test
    void aCollectionThatIsMissingIsNoFailure() {
        aws.fail(ResourceNotFoundException.builder().build());

        assertThat(faces.describe("c")).isEmpty();
    }

    @Test
    void aUserThatIsThereAlreadyIsSuccess() {
        aws.fail(ConflictException.builder().build())
                .answer(users("next", "u0"))
                .answer(users(null, "u1"));

        faces.createUser("c", "u1", "token");

        assertThat(aws.played()).isTrue();
        assertThat(aws.asked(0, CreateUserRequest.class).clientRequestToken()).isEqualTo("token");
    }

    @Test
    void aConflictAboutAMissingUserIsAFailure() {
        aws.fail(ConflictException.builder().build()).answer(users(null, "u0"));

        assertFails(new CloudFailure.Conflict("CreateUser"), () -> faces.createUser("c", "u1", "token"));
    }

    @Test
    void deletingAMissingUserIsSuccess() {
        aws.fail(ResourceNotFoundException.builder().build());

        faces.deleteUser("c", "u1", "token");

        assertThat(aws.played()).isTrue();
    }

    @Test
    void usersAreReadToTheLastPage() {
        aws.answer(users("two", "u1", "u2")).answer(users("three")).answer(users("", "u3"));

        assertThat(faces.userStatuses("c")).containsOnlyKeys("u1", "u2", "u3").containsValue("ACTIVE");
        assertThat(aws.asked(0, ListUsersRequest.class).nextToken()).isNull();
        assertThat(aws.asked(2, ListUsersRequest.class).nextToken()).isEqualTo("three");
    }

    @Test
    void aRepeatedPageDoesNotCauseAnEndlessLoop() {
        aws.answer(users("same", "u1")).answer(users("same", "u1"));

        assertFails(new CloudFailure.Refused("ListUsers", "RepeatedPaginationToken"), () -> faces.userStatuses("c"));
    }

    @Test
    void facesAreReadToTheLastPageAndNarrowedToAUser() {
        aws.answer(ListFacesResponse.builder()
                        .faces(face("f1", "u1"))
                        .nextToken("two")
                        .build())
                .answer(ListFacesResponse.builder().faces(face("f2", null)).build());

        assertThat(faces.listFaces("c", Optional.of("u1")))
                .containsExactly(
                        new StoredFace("f1", "i", "photo", Optional.of("u1"), ""),
                        new StoredFace("f2", "i", "photo", Optional.empty(), ""));
        assertThat(aws.asked(1, ListFacesRequest.class).userId()).isEqualTo("u1");
        assertThat(aws.asked(1, ListFacesRequest.class).nextToken()).isEqualTo("two");
    }

    @Test
    void theStatusOfOneUserIsFoundByItsFace() {
        aws.answer(SearchUsersResponse.builder()
                .userMatches(
                        m -> m.similarity(99.9f).user(u -> u.userId("twin").userStatus("ACTIVE")),
                        m -> m.similarity(99.1f).user(u -> u.userId("u1").userStatus("UPDATING")))
                .build());

        assertThat(faces.statusOf("c", "u1", "f1")).contains("UPDATING");
        assertThat(aws.asked(0, SearchUsersRequest.class).userMatchThreshold()).isZero();
    }

    @Test
    void aFaceThatIsNotVisibleYetIsRetriedWithBackOff() {
        aws.fail(invalid("faceId was not found in the collection"))
                .fail(invalid("faceId was not found in the collection"))
                .answer(SearchUsersResponse.builder()
                        .userMatches(
                                m -> m.similarity(99f).user(u -> u.userId("u1").userStatus("ACTIVE")))
                        .build());

        assertThat(faces.statusOf("c", "u1", "f1")).contains("ACTIVE");
        assertThat(time.pauses()).hasSize(2).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFaceThatStaysInvisibleIsGivenUpAndOtherRefusalsAtOnce() {
        for (int i = 0; i < 3; i++) {
            aws.fail(invalid("faceId was not found in the collection"));
        }
        assertThat(faces.statusOf("c", "u1", "f1")).isEmpty();

        aws.fail(invalid("Request has invalid parameters"));
        assertFails(
                new CloudFailure.Refused("SearchUsers", "InvalidParameterException"),
                () -> faces.statusOf("c", "u1", "f1"));
    }

    @Test
    void searchesReturnUsersSimilarToThePhoto() {
        aws.answer(SearchUsersByImageResponse.builder()
                        .userMatches(
                                m -> m.similarity(97f).user(u -> u.userId("u1").userStatus("ACTIVE")))
                        .build())
                .answer(SearchFacesByImageResponse.builder()
                        .faceMatches(m -> m.similarity(96f).face(face("f1", "u1")))
                        .build());

        assertThat(faces.searchUsers("c", PHOTO, 80, 5)).containsExactly(new UserMatch("u1", "ACTIVE", 97));
        assertThat(faces.searchFaces("c", PHOTO, 80, 5))
                .containsExactly(new FaceMatch("f1", Optional.of("u1"), "photo", 96));
    }

    @Test
    void aPhotoWithoutAFaceFindsNobodyInBothSearches() {
        aws.answer(SearchUsersByImageResponse.builder().build())
                .fail(invalid("There are no faces in the image. Should be at least 1."))
                .fail(invalid("There are no faces in the image. Should be at least 1."));

        assertThat(faces.searchUsers("c", PHOTO, 80, 5)).isEmpty();
        assertThat(faces.searchUsers("c", PHOTO, 80, 5)).isEmpty();
        assertThat(faces.searchFaces("c", PHOTO, 80, 5)).isEmpty();
    }

    private static ListUsersResponse users(@Nullable String next, String... ids) {
        return ListUsersResponse.builder()
                .users(Arrays.stream(ids)
                        .map(id ->
                                User.builder().userId(id).userStatus("ACTIVE").build())
                        .toList())
                .nextToken(next)
                .build();
    }

    private static Face face(String faceId, @Nullable String userId) {
        return Face.builder()
                .faceId(faceId)
                .imageId("i")
                .externalImageId("photo")
                .userId(userId)
                .build();
    }

    private static RuntimeException invalid(String message) {
        return InvalidParameterException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("InvalidParameterException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    private static void assertFails(CloudFailure failure, ThrowingCallable call) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
