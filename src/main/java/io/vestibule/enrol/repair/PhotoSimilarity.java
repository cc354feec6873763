package io.vestibule.enrol.repair;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.check.PhotoConsistencyCheck;
import io.vestibule.people.FaceVectorStore;
import io.vestibule.vision.Calibration;
import io.vestibule.vision.FaceVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Similarity of one person's photos to each other by the embedded engine, whichever service is in use.
final class PhotoSimilarity {

    private static final PhotoConsistencyCheck CHECK = new PhotoConsistencyCheck(PhotoConsistencyCheck.OUTLIER_COSINE);

    private final FaceVectorStore vectors;
    private final Supplier<String> localEngine;

    /// @param localEngine name of the embedded engine
    PhotoSimilarity(FaceVectorStore vectors, Supplier<String> localEngine) {
        this.vectors = vectors;
        this.localEngine = localEngine;
    }

    String engine() {
        return localEngine.get();
    }

    /// Cosine similarity of each photo to the mean of the others; empty if there are fewer than two photos.
    Map<PhotoId, Float> cosinesToOthers(PersonId person, Set<PhotoId> photos) {
        var known = vectors.findByPerson(person, engine());
        known.keySet().retainAll(photos);
        if (known.size() < 2) {
            return Map.of();
        }
        var ids = new ArrayList<>(known.keySet());
        var cosines = CHECK.similaritiesToRest(
                known.values().stream().map(FaceVector::new).toList());
        var found = new LinkedHashMap<PhotoId, Float>();
        for (int i = 0; i < ids.size(); i++) {
            found.put(ids.get(i), cosines.get(i));
        }
        return found;
    }

    Optional<PhotoId> weakest(PersonId person, Set<PhotoId> photos) {
        return cosinesToOthers(person, photos).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    static boolean far(float cosine) {
        return cosine < PhotoConsistencyCheck.OUTLIER_COSINE;
    }

    /// Similarity of a cosine, 0..100.
    static float similarity(float cosine) {
        return Calibration.similarity(cosine);
    }
}
