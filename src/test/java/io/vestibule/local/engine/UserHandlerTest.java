package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.User;

class UserHandlerTest {

    private static final String OFFICE = LocalEngine.COLLECTION;

    @TempDir
    Path folder;

    private LocalEngine local;

    @BeforeEach
    void open() {
        local = LocalEngine.open(folder).withCollection();
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void createsAUserWithoutAFace() {
        local.user("u");
        assertThat(local.status("u")).isEqualTo("CREATED");
    }

    @Test
    void refusesASecondUserOfOneIdInOneCollection() {
        local.user("u");
        local.client.createCollection(r -> r.collectionId("other"));
        local.client.createUser(r -> r.collectionId("other").userId("u"));
        assertThatThrownBy(() -> local.user("u"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("User with the same Id already exists");
    }

    @Test
    void reportsAMissingCollectionOrUser() {
        assertThatThrownBy(() ->
                        local.client.createUser(r -> r.collectionId("never").userId("u")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() ->
                        local.client.deleteUser(r -> r.collectionId(OFFICE).userId("u")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> local.client.listUsers(r -> r.collectionId("never")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void deletesAUserAndDisassociatesItsFaces() {
        local.user("u");
        var face = local.face(local.person());
        local.client.associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(face));
        local.client.deleteUser(r -> r.collectionId(OFFICE).userId("u"));
        assertThat(local.client.listFaces(r -> r.collectionId(OFFICE)).faces())
                .singleElement()
                .satisfies(kept -> assertThat(kept.faceId()).isEqualTo(face))
                .extracting(Face::userId)
                .isNull();
        assertThat(local.client
                        .searchUsers(r -> r.collectionId(OFFICE).faceId(face).userMatchThreshold(0f))
                        .userMatches())
                .isEmpty();
        local.user("u");
        assertThat(local.client
                        .associateFaces(r -> r.collectionId(OFFICE).userId("u").faceIds(face))
                        .associatedFaces())
                .hasSize(1);
    }

    @Test
    void listsUsersInPagesBoundToTheirCollection() {
        IntStream.range(0, 5).forEach(i -> local.user("u" + i));
        local.client.createCollection(r -> r.collectionId("other"));
        var listed = local.client.listUsersPaginator(r -> r.collectionId(OFFICE).maxResults(2)).users().stream()
                .map(User::userId)
                .toList();
        assertThat(listed).containsExactly("u0", "u1", "u2", "u3", "u4");
        var first = local.client.listUsers(r -> r.collectionId(OFFICE).maxResults(2));
        assertThatThrownBy(() ->
                        local.client.listUsers(r -> r.collectionId("other").nextToken(first.nextToken())))
                .isInstanceOf(InvalidPaginationTokenException.class);
    }

    @Test
    void answersARepeatedTokenWithoutPerformingItTwice() {
        for (int i = 0; i < 2; i++) {
            local.client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("create-1"));
        }
        var faces = local.faces(2, local.person());
        var answers = IntStream.range(0, 2)
                .mapToObj(_ -> local.client.associateFaces(r -> r.collectionId(OFFICE)
                        .userId("u")
                        .faceIds(faces.getFirst(), "00000000-0000-0000-0000-000000000000")
                        .clientRequestToken("associate-1")))
                .toList();
        assertThat(answers.getLast().equalsBySdkFields(answers.getFirst())).isTrue();
        assertThat(answers.getLast().associatedFaces()).hasSize(1);
        assertThat(answers.getLast().unsuccessfulFaceAssociations()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            var freed = local.client.disassociateFaces(r ->
                    r.collectionId(OFFICE).userId("u").faceIds(faces.getFirst()).clientRequestToken("disassociate-1"));
            assertThat(freed.disassociatedFaces()).hasSize(1);
        }
        for (int i = 0; i < 2; i++) {
            local.client.deleteUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("delete-1"));
        }
        assertThat(local.client.listUsers(r -> r.collectionId(OFFICE)).users()).isEmpty();
    }

    @Test
    void refusesATokenThatIsReusedForAnotherRequest() {
        local.client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1"));
        assertThatThrownBy(() -> local.client.createUser(
                        r -> r.collectionId(OFFICE).userId("v").clientRequestToken("t-1")))
                .isInstanceOf(IdempotentParameterMismatchException.class)
                .hasMessageContaining("The ClientRequestToken: t-1 you have supplied is already in use.");
        assertThatCode(() -> local.client.deleteUser(
                        r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1")))
                .as("tokens of two operations have nothing to do with each other")
                .doesNotThrowAnyException();
    }

    @Test
    void storesNoAnswerOfARefusedCall() {
        assertThatThrownBy(() -> local.client.deleteUser(
                        r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1")))
                .isInstanceOf(ResourceNotFoundException.class);
        local.user("u");
        local.client.deleteUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1"));
        assertThat(local.client.listUsers(r -> r.collectionId(OFFICE)).users()).isEmpty();
    }

    @Test
    void expiresATokenAfterADay() {
        local.client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1"));
        local.clock.pass(Duration.ofHours(23));
        local.client.createUser(r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1"));
        local.clock.pass(Duration.ofHours(2));
        assertThatThrownBy(() -> local.client.createUser(
                        r -> r.collectionId(OFFICE).userId("u").clientRequestToken("t-1")))
                .isInstanceOf(ConflictException.class);
        local.client.createUser(r -> r.collectionId(OFFICE).userId("v").clientRequestToken("t-1"));
        assertThat(local.client.listUsers(r -> r.collectionId(OFFICE)).users())
                .extracting(User::userId)
                .isEqualTo(List.of("u", "v"));
    }
}
