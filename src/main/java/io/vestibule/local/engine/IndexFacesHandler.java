package io.vestibule.local.engine;

import io.vestibule.local.engine.picture.FaceDetailMapper;
import io.vestibule.local.engine.picture.FilteredFaces;
import io.vestibule.local.engine.picture.ImageFaceDetector;
import io.vestibule.local.engine.picture.QualityThreshold;
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

/// IndexFaces. Indexing the same picture under the same external id again stores nothing and returns the same face
/// ids; without an external id it returns new ones.
final class IndexFacesHandler {

    private static final int MOST_FACES = 100;

    /// Bounding boxes with at least this overlap are the same face, also if another version of the detector found the
    /// first.
    private static final float SAME_FACE = .5f;

    private final Engine engine;

    IndexFacesHandler(Engine engine) {
        this.engine = engine;
    }

    IndexFacesResponse index(IndexFacesRequest request) {
        engine.collection(request.collectionId()); // before the picture is decoded and analysed, which is slow
        var picture = engine.faceDetector().detectFaces(request.image());
        var filteredFaces = FilteredFaces.of(picture, QualityThreshold.of(request.qualityFilter(), QualityFilter.AUTO))
                .limitTo(request.maxFaces() == null ? MOST_FACES : Math.min(MOST_FACES, request.maxFaces()));
        var attributes = Set.copyOf(request.detectionAttributes());
        var rows = engine.store()
                .inTransaction(afterwards -> keep(request, picture, filteredFaces.accepted(), afterwards));
        return IndexFacesResponse.builder()
                .faceRecords(records(picture, filteredFaces.accepted(), rows, attributes))
                .unindexedFaces(filteredFaces.rejected().stream()
                        .map(rejectedFace -> UnindexedFace.builder()
                                .reasons(rejectedFace.reasons())
                                .faceDetail(FaceDetailMapper.of(picture, rejectedFace.face(), attributes))
                                .build())
                        .toList())
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    private List<FaceRow> keep(
            IndexFacesRequest request,
            ImageFaceDetector.AnalysedImage picture,
            List<Face> faces,
            Consumer<Runnable> afterwards) {
        var collection = engine.collection(request.collectionId());
        var external = Optional.ofNullable(request.externalImageId());
        var known = new ArrayList<>(
                external.map(id -> engine.store().faces().ofImage(collection.number(), picture.id(), id))
                        .orElse(List.of()));
        known.removeIf(row -> row.model() != engine.model()); // not comparable with the current model
        var rows = new ArrayList<FaceRow>();
        for (var face : faces) {
            var box = FaceDetailMapper.box(picture, face.box());
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
                            FaceDetailMapper.confidence(face),
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
        afterwards.accept(() -> engine.vectorCache().putFace(collection, number, vector, row.visibleAt()));
        return row;
    }

    private static List<FaceRecord> records(
            ImageFaceDetector.AnalysedImage picture, List<Face> faces, List<FaceRow> rows, Set<Attribute> attributes) {
        var records = new ArrayList<FaceRecord>();
        for (int i = 0; i < faces.size(); i++) {
            records.add(FaceRecord.builder()
                    .face(FaceMapper.indexed(rows.get(i)))
                    .faceDetail(FaceDetailMapper.of(picture, faces.get(i), attributes))
                    .build());
        }
        return records;
    }
}
