package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.engine.EngineSamples;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.engine.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.DisassociatedFace;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.User;
import software.amazon.awssdk.services.rekognition.model.UserStatus;

/// Every operation of the engine, through the SDK's client and a real connection.
class OperationsTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

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
        serverFixture = ServerFixture.open(folder.resolve(UUID.randomUUID().toString()), settings, Optional.empty());
        local = serverFixture.local.withCollection();
        client = serverFixture.client();
    }

    @AfterEach
    void close() {
        client.close();
        serverFixture.close();
    }

    /// The answer over HTTP equals the answer of the engine, member by member.
    private static void same(SdkPojo overTheWire, SdkPojo direct) {
        assertThat(overTheWire.equalsBySdkFields(direct))
                .as("%s is %s", overTheWire, direct)
                .isTrue();
    }

    @Test
    void collectionsAndTheirTags() {
        var made = client.createCollection(r -> r.collectionId("annex").tags(Map.of("site", "Zürich", "empty", "")));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.responseMetadata().requestId()).isNotBlank();

        var info = client.describeCollection(r -> r.collectionId("annex"));
        assertThat(info.collectionARN()).isEqualTo(made.collectionArn()).startsWith("arn:");
        assertThat(info.creationTimestamp()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(info.faceCount()).isZero();

        var arn = made.collectionArn();
        assertThat(client.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .containsExactlyInAnyOrderEntriesOf(Map.of("site", "Zürich", "empty", ""));
        client.tagResource(r -> r.resourceArn(arn).tags(Map.of("floor", "2")));
        client.untagResource(r -> r.resourceArn(arn).tagKeys("site", "empty"));
        assertThat(client.listTagsForResource(r -> r.resourceArn(arn)).tags()).containsOnlyKeys("floor");

        assertThat(client.listCollectionsPaginator(r -> r.maxResults(1)).collectionIds())
                .containsExactlyInAnyOrder(OFFICE, "annex");
        assertThat(client.deleteCollection(r -> r.collectionId("annex")).statusCode())
                .isEqualTo(200);
        same(client.listCollections(), local.client.listCollections());
    }

    @Test
    void aPhotoIndexedAndFoundAgain() {
        var photo = EngineSamples.image("sample-person-1/1.jpg");
        var indexed = client.indexFaces(r -> r.collectionId(OFFICE)
                .image(photo)
                .externalImageId("photo-1")
                .maxFaces(1)
                .qualityFilter(QualityFilter.AUTO)
                .detectionAttributesWithStrings("ALL"));
        var record = indexed.faceRecords().getFirst();
        assertThat(record.face().externalImageId()).isEqualTo("photo-1");
        assertThat(record.faceDetail().landmarks()).isNotEmpty();
        assertThat(indexed.hasUnindexedFaces()).isTrue();
        assertThat(indexed.orientationCorrectionAsString()).isNull();

        same(client.listFaces(r -> r.collectionId(OFFICE)), local.client.listFaces(r -> r.collectionId(OFFICE)));
        var probe = EngineSamples.image("sample-person-1-probe.jpg");
        var found = client.searchFacesByImage(r -> r.collectionId(OFFICE).image(probe));
        assertThat(found.faceMatches().getFirst().face().faceId())
                .isEqualTo(record.face().faceId());
        same(found, local.client.searchFacesByImage(r -> r.collectionId(OFFICE).image(probe)));

        client.createUser(r -> r.collectionId(OFFICE).userId("u"));
        client.associateFaces(
                r -> r.collectionId(OFFICE).userId("u").faceIds(record.face().faceId()));
        var user = client.searchUsersByImage(r -> r.collectionId(OFFICE).image(probe));
        assertThat(user.userMatches().getFirst().user().userId()).isEqualTo("u");
        assertThat(user.searchedFace().faceDetail().boundingBox()).isNotNull();
        same(user, local.client.searchUsersByImage(r -> r.collectionId(OFFICE).image(probe)));
    }

    @Test
    void aGroupLosesTheFacesThatAreTooMany() {
        var indexed = client.indexFaces(r ->
                r.collectionId(OFFICE).image(EngineSamples.image("group.jpg")).maxFaces(1));
        assertThat(indexed.faceRecords()).hasSize(1);
        assertThat(indexed.unindexedFaces())
                .isNotEmpty()
                .allSatisfy(face -> assertThat(face.reasonsAsStrings()).contains("EXCEEDS_MAX_FACES"));
    }

    @Test
    void detectionAndComparison() {
        var photo = EngineSamples.image("sample-person-1/1.jpg");
        var group = EngineSamples.image("group.jpg");
        same(
                client.detectFaces(r -> r.image(photo).attributes(Attribute.ALL)),
                local.client.detectFaces(r -> r.image(photo).attributes(Attribute.ALL)));
        var compared = client.compareFaces(r -> r.sourceImage(photo).targetImage(group));
        same(compared, local.client.compareFaces(r -> r.sourceImage(photo).targetImage(group)));
        assertThat(compared.sourceImageFace().confidence()).isPositive();
    }

    @Test
    void facesListedSearchedAndDeleted() {
        var ids = local.faces(5, local.person());
        assertThat(client.listFacesPaginator(r -> r.collectionId(OFFICE).maxResults(2))
                        .faces())
                .extracting(Face::faceId)
                .containsExactlyInAnyOrderElementsOf(ids);
        same(
                client.searchFaces(
                        r -> r.collectionId(OFFICE).faceId(ids.getFirst()).faceMatchThreshold(0f)),
                local.client.searchFaces(
                        r -> r.collectionId(OFFICE).faceId(ids.getFirst()).faceMatchThreshold(0f)));

        client.createUser(r -> r.collectionId(OFFICE).userId("u"));
        client.associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(ids.getFirst()));
        assertThat(client.listFaces(r -> r.collectionId(OFFICE).userId("u")).faces())
                .hasSize(1);
        var deleted = client.deleteFaces(r -> r.collectionId(OFFICE).faceIds(ids));
        assertThat(deleted.deletedFaces()).containsExactlyInAnyOrderElementsOf(ids.subList(1, 5));
        assertThat(deleted.unsuccessfulFaceDeletions()).singleElement().satisfies(kept -> {
            assertThat(kept.userId()).isEqualTo("u");
            assertThat(kept.reasonsAsStrings()).containsExactly("ASSOCIATED_TO_AN_EXISTING_USER");
        });
    }

    @Test
    void theThreeOutcomesOfAssociationAndTheSilentOne() {
        var person = local.person();
        var own = local.face(person);
        var like = local.face(local.like(person, .9));
        var stranger = local.face(local.person());
        var taken = local.face(local.person());
        var gone = "0f8fad5b-d9cb-469f-a165-70867728950e";
        client.createUser(r -> r.collectionId(OFFICE).userId("u"));
        client.createUser(r -> r.collectionId(OFFICE).userId("holder"));
        client.associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(own));
        client.associateFaces(r -> r.collectionId(OFFICE).userId("holder").faceIds(taken));

        var answer = client.associateFaces(
                r -> r.collectionId(OFFICE).userId("u").faceIds(own, like, stranger, taken, gone));

        assertThat(answer.associatedFaces()).extracting(AssociatedFace::faceId).containsExactly(like);
        assertThat(answer.unsuccessfulFaceAssociations())
                .hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        low -> {
                            assertThat(low.faceId()).isEqualTo(stranger);
                            assertThat(low.reasonsAsStrings()).containsExactly("LOW_MATCH_CONFIDENCE");
                            assertThat(low.confidence()).isBetween(0f, 75f);
                        },
                        other -> {
                            assertThat(other.userId()).isEqualTo("holder");
                            assertThat(other.reasonsAsStrings()).containsExactly("ASSOCIATED_TO_A_DIFFERENT_USER");
                        },
                        missing -> {
                            assertThat(missing.faceId()).isEqualTo(gone);
                            assertThat(missing.reasonsAsStrings()).containsExactly("FACE_NOT_FOUND");
                        });

        var freed =
                client.disassociateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(own, like));
        assertThat(freed.disassociatedFaces())
                .extracting(DisassociatedFace::faceId)
                .containsExactlyInAnyOrder(own, like);
        assertThat(freed.userStatus()).isEqualTo(UserStatus.CREATED);
    }

    @Test
    void usersListedSearchedAndDeleted() {
        var person = local.person();
        IntStream.range(0, 3).forEach(i -> {
            client.createUser(r -> r.collectionId(OFFICE).userId("u" + i));
            client.associateFaces(
                    r -> r.collectionId(OFFICE).userId("u" + i).faceIds(local.face(local.like(person, .9))));
        });
        assertThat(client.listUsersPaginator(r -> r.collectionId(OFFICE).maxResults(2))
                        .users())
                .extracting(User::userId)
                .containsExactlyInAnyOrder("u0", "u1", "u2");
        same(
                client.searchUsers(r -> r.collectionId(OFFICE).userId("u0").maxUsers(2)),
                local.client.searchUsers(
                        r -> r.collectionId(OFFICE).userId("u0").maxUsers(2)));
        client.deleteUser(r -> r.collectionId(OFFICE).userId("u0"));
        assertThat(client.describeCollection(r -> r.collectionId(OFFICE)).userCount())
                .isEqualTo(2);
        assertThat(client.listFaces(r -> r.collectionId(OFFICE)).faces()).hasSize(3);
    }

    @Test
    void aRepeatedTokenGetsTheStoredAnswer() {
        var face = local.face(local.person());
        client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1"));
        client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1"));
        var ask = List.of(face);
        var first = client.associateFaces(
                r -> r.collectionId(OFFICE).userId("u").faceIds(ask).clientRequestToken("t-2"));
        var again = client.associateFaces(
                r -> r.collectionId(OFFICE).userId("u").faceIds(ask).clientRequestToken("t-2"));
        assertThat(first.associatedFaces()).hasSize(1);
        same(again, first);
    }

    @Test
    void aUserIsUpdatingForAsLongAsTheEngineIsSetTo() {
        close();
        open(EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(5)));
        client.createUser(r -> r.collectionId(OFFICE).userId("u"));
        var face = local.face(local.person());
        assertThat(client.associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(face))
                        .userStatus())
                .isEqualTo(UserStatus.UPDATING);
        local.clock.pass(Duration.ofSeconds(6));
        assertThat(client.listUsers(r -> r.collectionId(OFFICE))
                        .users()
                        .getFirst()
                        .userStatus())
                .isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void zeroAndAbsentNumbersAreDistinguished() {
        var face = local.face(local.person());
        var stranger = local.face(local.person());
        assertThat(client.searchFaces(r -> r.collectionId(OFFICE).faceId(face)).faceMatches())
                .isEmpty();
        assertThat(client.searchFaces(r -> r.collectionId(OFFICE).faceId(face).faceMatchThreshold(0f))
                        .faceMatches())
                .extracting(match -> match.face().faceId())
                .containsExactly(stranger);
    }

    @Test
    void tagsComeBackAsTheyWere() {
        var arn = client.createCollection(
                        r -> r.collectionId("c").tags(Map.of("Straße: a/b=c+d@e", "東京 \u2028 Zürich")))
                .collectionArn();
        assertThat(client.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .isEqualTo(local.client
                        .listTagsForResource(r -> r.resourceArn(arn))
                        .tags());
    }
}
