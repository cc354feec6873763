package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsResponse;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;

class CollectionHandlerTest {

    @TempDir
    Path folder;

    private LocalEngine local;

    @BeforeEach
    void open() {
        local = LocalEngine.open(folder);
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void createsACollectionAndDescribesIt() {
        var made = local.client.createCollection(r -> r.collectionId("a"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.collectionArn()).isEqualTo("arn:aws:rekognition:local:000000000000:collection/a");
        var described = local.client.describeCollection(r -> r.collectionId("a"));
        assertThat(described.collectionARN()).isEqualTo(made.collectionArn());
        assertThat(described.faceModelVersion())
                .isEqualTo(made.faceModelVersion())
                .matches("[0-9.]+");
        assertThat(described.creationTimestamp()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(described.faceCount()).isZero();
        assertThat(described.userCount()).isZero();
    }

    @Test
    void countsFacesAndUsersOfTheCollectionAlone() {
        local.withCollection();
        local.client.createCollection(r -> r.collectionId("other"));
        local.face(local.person());
        local.face(local.person());
        local.user("u");
        var described = local.client.describeCollection(r -> r.collectionId(LocalEngine.COLLECTION));
        assertThat(described.faceCount()).isEqualTo(2);
        assertThat(described.userCount()).isEqualTo(1);
        assertThat(local.client.describeCollection(r -> r.collectionId("other")).faceCount())
                .isZero();
    }

    @Test
    void refusesASecondCollectionOfOneIdButDistinguishesUpperAndLowerCase() {
        local.client.createCollection(r -> r.collectionId("a"));
        local.client.createCollection(r -> r.collectionId("A"));
        assertThatThrownBy(() -> local.client.createCollection(r -> r.collectionId("a")))
                .isInstanceOf(ResourceAlreadyExistsException.class)
                .hasMessageContaining("The collection id: a already exists");
    }

    @Test
    void deletesACollectionWithAllThatIsInIt() {
        local.withCollection();
        var person = local.person();
        var face = local.face(person);
        local.user("u");
        local.client.associateFaces(
                r -> r.collectionId(LocalEngine.COLLECTION).userId("u").faceIds(face));
        assertThat(local.client
                        .searchUsers(r -> r.collectionId(LocalEngine.COLLECTION).faceId(face))
                        .userMatches())
                .hasSize(1);

        local.client.deleteCollection(r -> r.collectionId(LocalEngine.COLLECTION));

        assertThatThrownBy(() -> local.client.describeCollection(r -> r.collectionId(LocalEngine.COLLECTION)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The collection id: office does not exist");
        local.withCollection();
        var again = local.face(person);
        assertThat(local.client
                        .searchUsers(r -> r.collectionId(LocalEngine.COLLECTION).faceId(again))
                        .userMatches())
                .isEmpty();
        assertThatThrownBy(() -> local.client.deleteCollection(r -> r.collectionId("never")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void listsCollectionsInPagesWithoutGapsOrDuplicates() {
        var ids = IntStream.range(0, 7).mapToObj(i -> "c" + i).toList();
        ids.forEach(id -> local.client.createCollection(r -> r.collectionId(id)));
        var listed = local.client.listCollectionsPaginator(r -> r.maxResults(3)).stream()
                .map(ListCollectionsResponse::collectionIds)
                .toList();
        assertThat(listed).extracting(List::size).containsExactly(3, 3, 1);
        assertThat(listed.stream().flatMap(List::stream).toList()).containsExactlyElementsOf(ids);
        var all = local.client.listCollections(r -> r.maxResults(0));
        assertThat(all.collectionIds()).hasSize(7);
        assertThat(all.faceModelVersions()).hasSize(7);
        assertThat(all.nextToken()).isNull();
    }

    @Test
    void refusesAPageTokenOfAnotherListOrOrigin() {
        IntStream.range(0, 3).forEach(i -> local.client.createCollection(r -> r.collectionId("c" + i)));
        local.withCollection();
        local.user("a");
        local.user("b");
        var users = local.client.listUsers(
                r -> r.collectionId(LocalEngine.COLLECTION).maxResults(1));
        var tokens = new ArrayList<String>(List.of("x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        tokens.add(users.nextToken());
        assertThat(tokens)
                .allSatisfy(token -> assertThatThrownBy(() -> local.client.listCollections(r -> r.nextToken(token)))
                        .isInstanceOf(InvalidPaginationTokenException.class));
    }

    @Test
    void keepsTagsAndChangesThemByName() {
        var arn = local.client
                .createCollection(r -> r.collectionId("a").tags(Map.of("site", "north", "kind", "staff")))
                .collectionArn();
        local.client.tagResource(r -> r.resourceArn(arn).tags(Map.of("site", "south", "floor", "2")));
        local.client.untagResource(r -> r.resourceArn(arn).tagKeys("kind", "never"));
        assertThat(local.client.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .isEqualTo(Map.of("site", "south", "floor", "2"));
    }

    @Test
    void refusesTagsOfMissingResourcesAndTooManyTags() {
        var strange = "arn:aws:rekognition:local:000000000000:collection/never";
        assertThatThrownBy(() -> local.client.listTagsForResource(r -> r.resourceArn(strange)))
                .isInstanceOf(ResourceNotFoundException.class);
        var full = IntStream.range(0, 200).boxed().collect(Collectors.toMap(i -> "t" + i, i -> ""));
        var arn = local.client
                .createCollection(r -> r.collectionId("a").tags(full))
                .collectionArn();
        assertThatThrownBy(
                        () -> local.client.tagResource(r -> r.resourceArn(arn).tags(Map.of("one more", ""))))
                .isInstanceOf(ServiceQuotaExceededException.class);
    }
}
