package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.vision.Calibration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.UserMatch;

class FaceHandlerTest {

    private static final String OFFICE = LocalEngine.COLLECTION;
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

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

    private void associate(String user, List<String> faces) {
        local.user(user);
        local.client.associateFaces(r -> r.collectionId(OFFICE).userId(user).faceIds(faces));
    }

    private List<String> listed(ListFacesRequest.Builder request) {
        return local.client.listFaces(request.collectionId(OFFICE).build()).faces().stream()
                .map(Face::faceId)
                .toList();
    }

    @Test
    void listsFacesByUserAndByIdAndByBoth() {
        var mine = local.faces(3, local.person());
        var other = local.face(local.person());
        associate("u", mine.subList(0, 2));
        assertThat(listed(ListFacesRequest.builder())).containsExactly(mine.get(0), mine.get(1), mine.get(2), other);
        assertThat(listed(ListFacesRequest.builder().userId("u"))).containsExactlyElementsOf(mine.subList(0, 2));
        assertThat(listed(ListFacesRequest.builder().faceIds(other, UNKNOWN, mine.getFirst())))
                .containsExactly(mine.getFirst(), other);
        assertThat(listed(ListFacesRequest.builder().userId("u").faceIds(other, mine.getFirst())))
                .containsExactly(mine.getFirst());
        assertThatThrownBy(() -> listed(ListFacesRequest.builder().userId("never")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void listsFacesInPagesBoundToTheirFilters() {
        var faces = local.faces(5, local.person());
        associate("u", faces);
        assertThat(local.client
                        .listFacesPaginator(r -> r.collectionId(OFFICE).maxResults(2))
                        .faces())
                .extracting(Face::faceId)
                .containsExactlyElementsOf(faces);
        var token = local.client
                .listFaces(r -> r.collectionId(OFFICE).maxResults(2))
                .nextToken();
        assertThat(listed(ListFacesRequest.builder().nextToken(token).maxResults(4)))
                .containsExactlyElementsOf(faces.subList(2, 5));
        assertThatThrownBy(
                        () -> listed(ListFacesRequest.builder().nextToken(token).userId("u")))
                .isInstanceOf(InvalidPaginationTokenException.class);
        assertThatThrownBy(
                        () -> listed(ListFacesRequest.builder().nextToken(token).faceIds(faces.getLast())))
                .isInstanceOf(InvalidPaginationTokenException.class);
    }

    @Test
    void deletesUnassociatedFacesAndNamesThoseItKeeps() {
        var faces = local.faces(2, local.person());
        associate("u", faces.subList(0, 1));
        var answer = local.client.deleteFaces(
                r -> r.collectionId(OFFICE).faceIds(faces.get(0), faces.get(1), UNKNOWN, faces.get(1)));
        assertThat(answer.deletedFaces()).containsExactly(faces.get(1));
        assertThat(answer.unsuccessfulFaceDeletions())
                .satisfiesExactly(
                        kept -> {
                            assertThat(kept.faceId()).isEqualTo(faces.get(0));
                            assertThat(kept.userId()).isEqualTo("u");
                            assertThat(kept.reasonsAsStrings()).containsExactly("ASSOCIATED_TO_AN_EXISTING_USER");
                        },
                        kept -> {
                            assertThat(kept.faceId()).isEqualTo(UNKNOWN);
                            assertThat(kept.userId()).isNull();
                            assertThat(kept.reasonsAsStrings()).containsExactly("FACE_NOT_FOUND");
                        });
        assertThat(listed(ListFacesRequest.builder())).containsExactly(faces.get(0));
    }

    @Test
    void findsSimilarFacesBestFirstButNotTheProbe() {
        var person = local.person();
        var probe = local.face(person);
        var near = local.face(local.like(person, .7));
        var nearer = local.face(local.like(person, .8));
        local.face(local.like(person, .12));
        associate("u", List.of(near));
        var answer = local.client.searchFaces(r -> r.collectionId(OFFICE).faceId(probe));
        assertThat(answer.searchedFaceId()).isEqualTo(probe);
        assertThat(answer.faceMatches())
                .extracting(match -> match.face().faceId())
                .containsExactly(nearer, near);
        var match = answer.faceMatches().getLast();
        assertThat(match.similarity()).isCloseTo(Calibration.similarity(.7f), within(.05f));
        assertThat(match.face().userId()).isEqualTo("u");
        assertThat(match.face().indexFacesModelVersion()).matches("[0-9.]+");
        assertThat(local.client
                        .searchFaces(r -> r.collectionId(OFFICE).faceId(probe).maxFaces(1))
                        .faceMatches())
                .extracting(only -> only.face().faceId())
                .containsExactly(nearer);
        assertThat(local.client
                        .searchFaces(r -> r.collectionId(OFFICE).faceId(probe).faceMatchThreshold(0f))
                        .faceMatches())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Float.compare(b.similarity(), a.similarity()));
    }

    @Test
    void updatesSearchesWithEveryChange() {
        var person = local.person();
        var probe = local.face(person);
        assertThat(found(probe)).isEmpty();
        var near = local.face(local.like(person, .7));
        assertThat(found(probe)).containsExactly(near);
        local.client.deleteFaces(r -> r.collectionId(OFFICE).faceIds(near));
        assertThat(found(probe)).isEmpty();
    }

    private List<String> found(String probe) {
        return local.client.searchFaces(r -> r.collectionId(OFFICE).faceId(probe)).faceMatches().stream()
                .map(FaceMatch::face)
                .map(Face::faceId)
                .toList();
    }

    @Test
    void reportsAProbeThatIsNotInTheCollection() {
        assertThatThrownBy(() -> found(UNKNOWN))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("faceId was not found in the collection");
    }

    @Test
    void doesNotFindAFaceBeforeItIsVisibleNorAfterARestart() {
        local.close();
        var settings = EngineSettings.DEFAULT.withVisibility(Duration.ofMillis(300));
        local = LocalEngine.open(folder, settings, Optional.empty());
        var person = local.person();
        var first = local.face(person);
        assertThatThrownBy(() -> found(first)).hasMessageContaining("faceId was not found in the collection");
        local.clock.pass(Duration.ofMillis(300));
        assertThat(found(first)).isEmpty();
        local.face(local.like(person, .9));
        assertThat(found(first)).as("the second is not visible yet").isEmpty();
        local.close();
        local = LocalEngine.open(folder, settings, Optional.empty());
        local.clock.pass(Duration.ofMillis(300));
        assertThat(found(first)).isEmpty();
        local.clock.pass(Duration.ofMillis(300));
        assertThat(found(first)).hasSize(1);
    }

    @Test
    void findsUsersByFaceAndByUserButNeverTheUserItself() {
        var anna = local.person();
        var twin = local.like(anna, .6);
        associate("anna", local.faces(3, anna));
        associate("twin", local.faces(3, twin));
        associate("stranger", local.faces(1, local.person()));
        local.user("no-face");
        var probe = local.face(local.like(anna, .8));
        var byFace = local.client.searchUsers(
                r -> r.collectionId(OFFICE).faceId(probe).userMatchThreshold(0f));
        assertThat(byFace.searchedFace().faceId()).isEqualTo(probe);
        assertThat(byFace.searchedUser()).isNull();
        assertThat(byFace.userMatches())
                .extracting(found -> found.user().userId())
                .startsWith("anna", "twin");
        assertThat(byFace.userMatches())
                .hasSize(3)
                .allSatisfy(
                        found -> assertThat(found.user().userStatusAsString()).isEqualTo("ACTIVE"));
        var byUser = local.client.searchUsers(
                r -> r.collectionId(OFFICE).userId("anna").maxUsers(1).userMatchThreshold(0f));
        assertThat(byUser.searchedUser().userId()).isEqualTo("anna");
        assertThat(byUser.searchedFace()).isNull();
        assertThat(byUser.userMatches())
                .extracting(found -> found.user().userId())
                .containsExactly("twin");
        assertThat(local.client
                        .searchUsers(
                                r -> r.collectionId(OFFICE).userId("no-face").userMatchThreshold(0f))
                        .userMatches())
                .isEmpty();
    }

    @Test
    void refusesToSearchUsersByNoneOrByTwoKeys() {
        assertThatThrownBy(() -> local.client.searchUsers(r -> r.collectionId(OFFICE)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> local.client.searchUsers(
                        r -> r.collectionId(OFFICE).userId("u").faceId(UNKNOWN)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() ->
                        local.client.searchUsers(r -> r.collectionId(OFFICE).userId("never")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() ->
                        local.client.searchUsers(r -> r.collectionId(OFFICE).faceId(UNKNOWN)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aUserOfThreeFacesIsFoundBetterThanByAnyOfThem() {
        var person = local.person();
        var faces = List.of(
                local.face(local.like(person, .6)),
                local.face(local.like(person, .6)),
                local.face(local.like(person, .6)));
        associate("u", faces);
        var probe = local.face(local.like(person, .6));
        var user = local.client
                .searchUsers(r -> r.collectionId(OFFICE).faceId(probe).userMatchThreshold(0f))
                .userMatches();
        var single = local.client
                .searchFaces(r -> r.collectionId(OFFICE).faceId(probe).faceMatchThreshold(0f))
                .faceMatches();
        assertThat(user)
                .extracting(UserMatch::similarity)
                .singleElement()
                .satisfies(similarity ->
                        assertThat(similarity).isGreaterThan(single.getFirst().similarity()));
    }
}
