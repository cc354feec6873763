package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.FaceCollection.Unassociated;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import java.util.List;
import java.util.Optional;

/// Deletes faces from a collection: disassociates them first, because the service does not delete associated faces.
public final class FaceErasure {

    private static final int FACES_A_CALL = 100;
    private static final String ASSOCIATED_TO_AN_EXISTING_USER = "ASSOCIATED_TO_AN_EXISTING_USER";

    private final FaceCollection faces;

    public FaceErasure(FaceCollection faces) {
        this.faces = faces;
    }

    /// Ids of all faces that the user has; empty if there is no such user.
    public List<String> listFaceIds(String collection, String user) {
        try {
            return faces.listFaces(collection, Optional.of(user)).stream()
                    .map(StoredFace::faceId)
                    .toList();
        } catch (CloudException e) {
            if (isGone(e)) {
                return List.of();
            }
            throw e;
        }
    }

    public void disassociate(Step step, String user, String collection, List<String> faceIds) {
        for (int from = 0; from < faceIds.size(); from += FACES_A_CALL) {
            var some = faceIds.subList(from, Math.min(faceIds.size(), from + FACES_A_CALL));
            var token = step.tokenFor(collection, user, some);
            ignoreNotFound(() -> faces.disassociate(collection, user, some, token));
        }
    }

    /// A face may be associated with another user: because it is being moved, or because that was why the service
    /// refused it.
    public StepOutcome delete(Step step, String collection, List<String> faceIds) {
        var associated = deleteFaces(collection, faceIds);
        for (var face : associated) {
            face.otherUserId().ifPresent(holder -> disassociate(step, holder, collection, List.of(face.faceId())));
        }
        var remaining = deleteFaces(
                collection, associated.stream().map(Unassociated::faceId).toList());
        return remaining.isEmpty() ? StepOutcome.DONE : new StepOutcome.Park(Problem.of("enrol.face-still-associated"));
    }

    /// @return faces that are still associated; the service lists them although the call succeeds
    private List<Unassociated> deleteFaces(String collection, List<String> faceIds) {
        return faceIds.isEmpty()
                ? List.of()
                : faces.deleteFaces(collection, faceIds).refused().stream()
                        .filter(refused -> refused.reasons().contains(ASSOCIATED_TO_AN_EXISTING_USER))
                        .toList();
    }

    /// Erasing something that does not exist counts as success.
    public static void ignoreNotFound(Runnable call) {
        try {
            call.run();
        } catch (CloudException e) {
            if (!isGone(e)) {
                throw e;
            }
        }
    }

    private static boolean isGone(CloudException e) {
        return e.failure() instanceof CloudFailure.NotFound || e.failure() instanceof CloudFailure.CollectionGone;
    }
}
