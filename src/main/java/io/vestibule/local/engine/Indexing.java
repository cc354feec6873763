package io.vestibule.local.engine;

import io.vestibule.local.engine.picture.FaceDetails;
import io.vestibule.local.engine.picture.Images;
import io.vestibule.local.engine.picture.QualityBar;
import io.vestibule.local.engine.picture.Sifted;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.FaceRow;
import io.vestibule.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.UnindexedFace;

/// IndexFaces. The same picture under the same external id again stores nothing and gives the same face ids; without
/// an external id it gives new ones.
final class Indexing {

    private static final int MOST_FACES = 100;

    /// Boxes that overlap so much are the same face, also where another version of the detector drew the first.
    private static final float SAME_FACE = .5f;

    private final Engine engine;

    Indexing(Engine engine) {
        this.engine = engine;
    }

    IndexFacesResponse index(IndexFacesRequest request) {
        engine.collection(request.collectionId()); // before the picture is looked at, which takes long
        var picture = engine.images().see(request.image());
        var sifted = Sifted.of(picture, QualityBar.of(request.qualityFilter(), QualityFilter.AUTO))
                .most(request.maxFaces() == null ? MOST_FACES : Math.min(MOST_FACES, request.maxFaces()));
        var attributes = Set.copyOf(request.detectionAttributes());
        var rows = engine.store().change(afterwards -> keep(request, picture, sifted.good(), afterwards));
        return IndexFacesResponse.builder()
                .faceRecords(records(picture, sifted.good(), rows, attributes))
                .unindexedFaces(sifted.poor().stream()
                        .map(poor -> UnindexedFace.builder()
                                .reasons(poor.reasons())
                                .faceDetail(FaceDetails.of(picture, poor.face(), attributes))
                                .build())
                        .toList())
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    private List<FaceRow> keep(
            IndexFacesRequest request, Images.Seen picture, List<Face> faces, Consumer<Runnable> afterwards) {
        var collection = engine.collection(request.collectionId());
        var external = Optional.ofNullable(request.externalImageId());
        var known = new ArrayList<>(
                external.map(id -> engine.store().faces().ofImage(collection.number(), picture.id(), id))
                        .orElse(List.of()));
        known.removeIf(row -> row.model() != engine.model()); // their vectors are of no use to the present model
        var rows = new ArrayList<FaceRow>();
        for (var face : faces) {
            var box = FaceDetails.box(picture, face.box());
            var earlier = known.stream()
                    .filter(row -> row.box().overlap(box) > SAME_FACE)
                    .max(Comparator.comparingDouble(row -> row.box().overlap(box)));
            earlier.ifPresent(known::remove);
            rows.add(earlier.orElseGet(() -> insert(
                    collection,
                    face,
                    new FaceRow(
                            0,
                            UUID.randomUUID(),
                            new FaceRow.Source(picture.id(), external),
                            box,
                            FaceDetails.confidence(face),
                            engine.model(),
                            engine.now().plus(engine.settings().visibility()),
                            Optional.empty()),
                    afterwards)));
        }
        return rows;
    }

    private FaceRow insert(CollectionRow collection, Face face, FaceRow row, Consumer<Runnable> afterwards) {
        var vector = face.vector().values();
        long number = engine.store().faces().insert(collection.number(), row, vector);
        afterwards.accept(() -> engine.vectors().putFace(collection, number, vector, row.visibleAt()));
        return row;
    }

    private static List<FaceRecord> records(
            Images.Seen picture, List<Face> faces, List<FaceRow> rows, Set<Attribute> attributes) {
        var records = new ArrayList<FaceRecord>();
        for (int i = 0; i < faces.size(); i++) {
            records.add(FaceRecord.builder()
                    .face(FaceWords.indexed(rows.get(i)))
                    .faceDetail(FaceDetails.of(picture, faces.get(i), attributes))
                    .build());
        }
        return records;
    }
}
