package io.vestibule.enrol.repair;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.check.PhotoConsistencyCheck;
import io.vestibule.people.FaceVectorStore;
import io.vestibule.vision.Calibration;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.VectorModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Similarity of one person's photos to each other by the embedded engine, whichever service is in use.
final class PhotoSimilarity {

    private final FaceVectorStore vectors;
    private final Supplier<VectorModel> localModel;

    /// @param localModel the model that computed the vectors
    PhotoSimilarity(FaceVectorStore vectors, Supplier<VectorModel> localModel) {
        this.vectors = vectors;
        this.localModel = localModel;
    }

    /// Name of the scale of these similarities.
    String scale() {
        return localModel.get().cohort().scale();
    }

    /// Score of each photo against the mean of the others; empty if there are fewer than two photos.
    Map<PhotoId, Float> scoresToOthers(PersonId person, Set<PhotoId> photos) {
        var known = vectors.findByPerson(person, localModel.get().engine());
        known.keySet().retainAll(photos);
        if (known.size() < 2) {
            return Map.of();
        }
        var ids = new ArrayList<>(known.keySet());
        var scores = new PhotoConsistencyCheck(localModel.get().cohort())
                .scoresToRest(known.values().stream().map(FaceVector::new).toList());
        var found = new LinkedHashMap<PhotoId, Float>();
        for (int i = 0; i < ids.size(); i++) {
            found.put(ids.get(i), scores.get(i));
        }
        return found;
    }

    Optional<PhotoId> weakest(PersonId person, Set<PhotoId> photos) {
        return scoresToOthers(person, photos).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    static boolean far(float score) {
        return PhotoConsistencyCheck.isOutlier(score);
    }

    /// Similarity of a score, 0..100.
    static float similarity(float score) {
        return Calibration.similarity(score);
    }
}
