package io.vestibule.cloud;

import io.vestibule.cloud.FaceCollection.AssociateAnswer;
import io.vestibule.cloud.FaceCollection.DeleteFacesAnswer;
import io.vestibule.cloud.FaceCollection.DisassociateAnswer;
import io.vestibule.cloud.FaceCollection.FaceMatch;
import io.vestibule.cloud.FaceCollection.IndexAnswer;
import io.vestibule.cloud.FaceCollection.IndexedFaceRecord;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.FaceCollection.Unassociated;
import io.vestibule.cloud.FaceCollection.UnindexedFace;
import io.vestibule.cloud.FaceCollection.UserMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociatedFace;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;

/// Maps the SDK's answers to our types, so that every id of the request is accounted for. Reads enum values as
/// strings: the SDK's enums print an unknown value as "null".
final class RekognitionResponseMapper {

    private static final String DIFFERENT_USER = "ASSOCIATED_TO_A_DIFFERENT_USER";

    /// The spelling of [#DIFFERENT_USER] in pages of the service's guide.
    private static final String DIFFERENT_IDENTITY = "ASSOCIATED_TO_A_DIFFERENT_IDENTITY";

    private static final String FACE_NOT_FOUND = "FACE_NOT_FOUND";

    private RekognitionResponseMapper() {}

    static IndexAnswer index(IndexFacesResponse response) {
        String model = text(response.faceModelVersion());
        List<IndexedFaceRecord> indexed = response.faceRecords().stream()
                .map(kept -> kept.face())
                .map(face -> new IndexedFaceRecord(
                        face.faceId(),
                        text(face.imageId()),
                        text(face.externalImageId()),
                        number(face.confidence()),
                        Objects.requireNonNullElse(face.indexFacesModelVersion(), model)))
                .toList();
        List<UnindexedFace> unindexed = response.unindexedFaces().stream()
                .map(face -> new UnindexedFace(List.copyOf(face.reasonsAsStrings())))
                .toList();
        return new IndexAnswer(indexed, unindexed);
    }

    static AssociateAnswer associate(Collection<String> requested, AssociateFacesResponse response) {
        Set<String> named =
                response.associatedFaces().stream().map(AssociatedFace::faceId).collect(Collectors.toSet());
        List<Unassociated> refused = response.unsuccessfulFaceAssociations().stream()
                .map(face -> refused(face.faceId(), face.confidence(), face.userId(), face.reasonsAsStrings()))
                .toList();
        Sorted sorted = sort(requested, named, refused);
        return new AssociateAnswer(
                sorted.succeeded(), sorted.unnamed(), sorted.refused(), text(response.userStatusAsString()));
    }

    static DisassociateAnswer disassociate(Collection<String> requested, DisassociateFacesResponse response) {
        Set<String> named = response.disassociatedFaces().stream()
                .map(DisassociatedFace::faceId)
                .collect(Collectors.toSet());
        List<Unassociated> refused = response.unsuccessfulFaceDisassociations().stream()
                .map(face -> refused(face.faceId(), null, face.userId(), face.reasonsAsStrings()))
                .toList();
        Sorted sorted = sort(requested, named, refused);
        return new DisassociateAnswer(
                sorted.succeeded(), sorted.unnamed(), sorted.refused(), text(response.userStatusAsString()));
    }

    /// A face that the answer does not name does not exist: older traces of the service show no reason for it.
    static DeleteFacesAnswer delete(Collection<String> requested, DeleteFacesResponse response) {
        List<Unassociated> refused = response.unsuccessfulFaceDeletions().stream()
                .map(face -> refused(face.faceId(), null, face.userId(), face.reasonsAsStrings()))
                .toList();
        Sorted sorted = sort(requested, Set.copyOf(response.deletedFaces()), refused);
        Stream<Unassociated> gone =
                sorted.unnamed().stream().map(id -> refused(id, null, null, List.of(FACE_NOT_FOUND)));
        return new DeleteFacesAnswer(
                sorted.succeeded(),
                Stream.concat(sorted.refused().stream(), gone).toList());
    }

    static StoredFace stored(Face face) {
        return new StoredFace(
                face.faceId(),
                text(face.imageId()),
                text(face.externalImageId()),
                Optional.ofNullable(face.userId()),
                text(face.indexFacesModelVersion()));
    }

    static FaceMatch match(software.amazon.awssdk.services.rekognition.model.FaceMatch match) {
        Face face = match.face();
        return new FaceMatch(
                face.faceId(),
                Optional.ofNullable(face.userId()),
                text(face.externalImageId()),
                number(match.similarity()));
    }

    static UserMatch match(software.amazon.awssdk.services.rekognition.model.UserMatch match) {
        return new UserMatch(
                match.user().userId(), text(match.user().userStatusAsString()), number(match.similarity()));
    }

    /// The faces of the request, divided by their outcome.
    ///
    /// @param unnamed faces in neither list of the answer
    private record Sorted(List<String> succeeded, List<String> unnamed, List<Unassociated> refused) {}

    private static Sorted sort(Collection<String> requested, Set<String> named, List<Unassociated> refused) {
        Set<String> left = new LinkedHashSet<>(requested);
        List<Unassociated> bad = new ArrayList<>();
        for (Unassociated face : refused) {
            if (left.remove(face.faceId())) {
                bad.add(face);
            }
        }
        return new Sorted(
                left.stream().filter(named::contains).toList(),
                left.stream().filter(id -> !named.contains(id)).toList(),
                List.copyOf(bad));
    }

    private static Unassociated refused(
            String faceId, @Nullable Float confidence, @Nullable String holder, List<String> reasons) {
        return new Unassociated(
                faceId,
                Optional.ofNullable(confidence),
                Optional.ofNullable(holder),
                reasons.stream().map(RekognitionResponseMapper::spelling).toList());
    }

    private static String spelling(String reason) {
        return reason.equals(DIFFERENT_IDENTITY) ? DIFFERENT_USER : reason;
    }

    static String text(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }

    private static float number(@Nullable Float percent) {
        return percent == null ? 0 : percent;
    }
}
