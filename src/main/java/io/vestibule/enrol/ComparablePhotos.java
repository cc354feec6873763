package io.vestibule.enrol;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.check.PhotoConsistencyCheck;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import io.vestibule.vision.FaceVector;
import io.vestibule.vision.VectorModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The photos of a person that other photos are compared with: those in use, without those that an operator
/// accepted despite their low similarity, which say nothing about the others.
public final class ComparablePhotos {

    private final EnrolContext context;
    private final CompanyCollections companyCollections;
    private final Supplier<VectorModel> localModel;

    /// @param localModel the model that computed the vectors
    public ComparablePhotos(
            EnrolContext enrolContext, CompanyCollections companyCollections, Supplier<VectorModel> localModel) {
        this.context = enrolContext;
        this.companyCollections = companyCollections;
        this.localModel = localModel;
    }

    /// Whether one of the photos seems to show somebody else than the others.
    boolean hasOutlier(PersonId id) {
        var faces = List.copyOf(of(id).values());
        return !new PhotoConsistencyCheck(localModel.get().cohort())
                .findOutliers(faces)
                .isEmpty();
    }

    /// Faces by photo, in the order of the photos. Empty while the company has no collection in the service in use.
    public Map<PhotoId, FaceVector> of(PersonId id) {
        var inUse = context.people().persons().find(id).stream()
                .flatMap(person -> companyCollections.findExisting(person.company()).stream())
                .flatMap(collection -> context.people().collections().faces(id, collection.id()).stream())
                .filter(face -> face.state() == FaceState.ASSOCIATED)
                .map(IndexedFace::photo)
                .collect(Collectors.toSet());
        if (inUse.isEmpty()) {
            return Map.of();
        }
        var vectors =
                context.people().vectors().findByPerson(id, localModel.get().engine());
        var comparable = new LinkedHashMap<PhotoId, FaceVector>();
        context.people().photos().findByPerson(id).stream()
                .filter(photo -> !photo.accepted())
                .map(PhotoRecord::id)
                .filter(inUse::contains)
                .forEach(photo -> Optional.ofNullable(vectors.get(photo))
                        .ifPresent(vector -> comparable.put(photo, new FaceVector(vector))));
        return comparable;
    }
}
