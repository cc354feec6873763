package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vestibule.vision.Calibration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociation;

class AssociateFacesHandlerTest {

    private static final String OFFICE = LocalEngine.COLLECTION;
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    @TempDir
    Path folder;

    private LocalEngine local;

    @BeforeEach
    void open() {
        reopen(EngineSettings.DEFAULT);
    }

    private void reopen(EngineSettings settings) {
        if (local != null) {
            local.client.deleteCollection(r -> r.collectionId(OFFICE));
            local.close();
        }
        local = LocalEngine.open(folder, settings, Optional.empty()).withCollection();
        local.user("u");
    }

    @AfterEach
    void close() {
        local.close();
    }

    private AssociateFacesResponse associate(String user, Collection<String> faces) {
        return local.client.associateFaces(
                r -> r.collectionId(OFFICE).userId(user).faceIds(faces));
    }

    private AssociateFacesResponse associate(String user, String... faces) {
        return associate(user, Arrays.asList(faces));
    }

    private DisassociateFacesResponse disassociate(String user, String... faces) {
        return local.client.disassociateFaces(
                r -> r.collectionId(OFFICE).userId(user).faceIds(faces));
    }

    private static UnsuccessfulFaceAssociation onlyRefusal(AssociateFacesResponse answer) {
        assertThat(answer.associatedFaces()).isEmpty();
        return answer.unsuccessfulFaceAssociations().getFirst();
    }

    @Test
    void associatesFacesThatMatchAndMakesTheUserActive() {
        var person = local.person();
        var faces = local.faces(3, person);
        assertThat(associate("u", faces.getFirst()).userStatusAsString()).isEqualTo("ACTIVE");
        var rest = associate("u", faces.subList(1, 3));
        assertThat(rest.associatedFaces())
                .extracting(AssociatedFace::faceId)
                .containsExactlyElementsOf(faces.subList(1, 3));
        assertThat(rest.unsuccessfulFaceAssociations()).isEmpty();
        assertThat(local.client
                        .listFaces(r -> r.collectionId(OFFICE).userId("u"))
                        .faces())
                .hasSize(3);
    }

    @Test
    void leavesAFaceThatTheUserHasAlreadyOutOfBothLists() {
        var faces = local.faces(1, local.person());
        associate("u", faces);
        var again = associate("u", faces);
        assertThat(again.associatedFaces()).isEmpty();
        assertThat(again.unsuccessfulFaceAssociations()).isEmpty();
        assertThat(again.userStatusAsString()).isEqualTo("ACTIVE");
    }

    @Test
    void reportsAMissingFace() {
        var refusal = onlyRefusal(associate("u", UNKNOWN));
        assertThat(refusal.faceId()).isEqualTo(UNKNOWN);
        assertThat(refusal.reasonsAsStrings()).containsExactly("FACE_NOT_FOUND");
        assertThat(refusal.userId()).isNull();
        assertThat(refusal.confidence()).isNull();
        assertThat(local.status("u")).isEqualTo("CREATED");
    }

    @Test
    void namesTheOtherUserOfAnAssociatedFace() {
        var face = local.face(local.person());
        local.user("holder");
        associate("holder", face);
        var refusal = onlyRefusal(associate("u", face));
        assertThat(refusal.reasonsAsStrings()).containsExactly("ASSOCIATED_TO_A_DIFFERENT_USER");
        assertThat(refusal.userId()).isEqualTo("holder");
        assertThat(refusal.confidence()).isNull();
    }

    @Test
    void refusesAFaceBelowTheThresholdAndReportsItsSimilarity() {
        var person = local.person();
        associate("u", local.face(person));
        var face = local.face(local.like(person, .12));
        var refusal = onlyRefusal(associate("u", face));
        assertThat(refusal.reasonsAsStrings()).containsExactly("LOW_MATCH_CONFIDENCE");
        assertThat(refusal.confidence()).isCloseTo(Calibration.similarity(.12f), within(.1f));
        assertThat(refusal.userId()).isNull();
        var lowered = local.client.associateFaces(
                r -> r.collectionId(OFFICE).userId("u").faceIds(face).userMatchThreshold(70f));
        assertThat(lowered.associatedFaces()).hasSize(1);
    }

    @Test
    void appliesNoThresholdToTheFirstBatchAndNoneAtZero() {
        var first = List.of(local.face(local.person()), local.face(local.person()));
        assertThat(associate("u", first).associatedFaces()).hasSize(2);
        var stranger = local.face(local.person());
        assertThat(local.client
                        .associateFaces(r -> r.collectionId(OFFICE)
                                .userId("u")
                                .faceIds(stranger)
                                .userMatchThreshold(0f))
                        .associatedFaces())
                .hasSize(1);
    }

    @Test
    void associatesAFaceThatIsListedTwiceOnce() {
        var face = local.face(local.person());
        assertThat(associate("u", face, face).associatedFaces()).hasSize(1);
    }

    @Test
    void accountsForEveryFaceOfAMixedCall() {
        var person = local.person();
        var mine = local.faces(2, person);
        associate("u", mine.getFirst());
        local.user("holder");
        var taken = local.face(local.person());
        associate("holder", taken);
        var stranger = local.face(local.person());
        var answer = associate("u", mine.getFirst(), mine.getLast(), taken, stranger, UNKNOWN);
        assertThat(answer.associatedFaces()).extracting(AssociatedFace::faceId).containsExactly(mine.getLast());
        assertThat(answer.unsuccessfulFaceAssociations())
                .extracting(UnsuccessfulFaceAssociation::faceId)
                .containsExactly(taken, stranger, UNKNOWN);
    }

    @Test
    void fillsAUserUpToAHundredFaces() {
        var person = local.person();
        associate("u", local.faces(98, person));
        var surplus = local.faces(4, person);
        var answer = associate("u", surplus);
        assertThat(answer.associatedFaces()).hasSize(2);
        assertThat(answer.unsuccessfulFaceAssociations())
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal.reasons()).isEmpty());
        assertThatThrownBy(() -> associate("u", local.face(person))).isInstanceOf(ServiceQuotaExceededException.class);
        disassociate("u", surplus.getFirst());
        assertThat(associate("u", surplus.getLast()).associatedFaces()).hasSize(1);
    }

    @Test
    void reportsAMissingUserOrCollection() {
        var face = local.face(local.person());
        assertThatThrownBy(() -> associate("never", face)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> disassociate("never", face)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> local.client.associateFaces(
                        r -> r.collectionId("never").userId("u").faceIds(face)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The collection id: never does not exist");
    }

    @Test
    void disassociatesFacesAndAccountsForEachOfThem() {
        var person = local.person();
        var mine = local.faces(2, person);
        associate("u", mine);
        local.user("holder");
        var taken = local.face(local.person());
        associate("holder", taken);
        var free = local.face(person);
        var answer = disassociate("u", mine.getFirst(), taken, free, UNKNOWN);
        assertThat(answer.disassociatedFaces())
                .singleElement()
                .satisfies(face -> assertThat(face.faceId()).isEqualTo(mine.getFirst()));
        assertThat(answer.unsuccessfulFaceDisassociations())
                .satisfiesExactly(
                        refusal -> {
                            assertThat(refusal.reasonsAsStrings()).containsExactly("ASSOCIATED_TO_A_DIFFERENT_USER");
                            assertThat(refusal.userId()).isEqualTo("holder");
                        },
                        refusal -> assertThat(refusal.reasonsAsStrings()).containsExactly("FACE_NOT_FOUND"));
        assertThat(answer.userStatusAsString()).isEqualTo("ACTIVE");
        assertThat(disassociate("u", mine.getLast()).userStatusAsString()).isEqualTo("CREATED");
    }

    @Test
    void isUpdatingForAsLongAsItIsSetTo() {
        reopen(EngineSettings.DEFAULT.withUpdating(Duration.ofSeconds(20)));
        assertThat(local.status("u")).isEqualTo("CREATED");
        var face = local.face(local.person());
        assertThat(associate("u", face).userStatusAsString()).isEqualTo("UPDATING");
        local.clock.pass(Duration.ofMillis(19_999));
        assertThat(local.status("u")).isEqualTo("UPDATING");
        local.clock.pass(Duration.ofMillis(1));
        assertThat(local.status("u")).isEqualTo("ACTIVE");
        assertThat(associate("u", face).userStatusAsString())
                .as("nothing changed")
                .isEqualTo("ACTIVE");
        assertThat(disassociate("u", face).userStatusAsString()).isEqualTo("UPDATING");
        local.clock.pass(Duration.ofSeconds(20));
        assertThat(local.status("u")).isEqualTo("CREATED");
    }

    @Test
    void doesNotSeeAFaceBeforeItIsVisible() {
        reopen(EngineSettings.DEFAULT.withVisibility(Duration.ofMillis(300)));
        var person = local.person();
        var face = local.face(person);
        assertThat(onlyRefusal(associate("u", face)).reasonsAsStrings()).containsExactly("FACE_NOT_FOUND");
        local.clock.pass(Duration.ofMillis(300));
        assertThat(associate("u", face).associatedFaces()).hasSize(1);
    }
}
