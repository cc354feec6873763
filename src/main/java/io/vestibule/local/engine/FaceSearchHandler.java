package io.vestibule.local.engine;

import io.vestibule.local.engine.picture.FaceDetailMapper;
import io.vestibule.local.engine.picture.FilteredFaces;
import io.vestibule.local.engine.picture.QualityThreshold;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.FaceRow;
import io.vestibule.vision.Calibration;
import io.vestibule.vision.search.Neighbour;
import io.vestibule.vision.search.SearchProbe;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchFacesRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesResponse;

/// SearchFaces and SearchFacesByImage. A face never finds itself.
final class FaceSearchHandler {

    private static final int USUAL_MOST = 4096;
    private static final float USUAL_THRESHOLD = 80;

    private final Engine engine;

    FaceSearchHandler(Engine engine) {
        this.engine = engine;
    }

    SearchFacesResponse byFace(SearchFacesRequest request) {
        var collection = engine.collection(request.collectionId());
        var face = visibleFace(engine, collection, request.faceId());
        var matches = engine.store()
                .faces()
                .vector(face.number(), engine.model())
                .map(probe ->
                        matches(collection, probe, request.maxFaces(), request.faceMatchThreshold(), face.number()))
                .orElse(List.of());
        return SearchFacesResponse.builder()
                .searchedFaceId(request.faceId())
                .faceMatches(matches)
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    SearchFacesByImageResponse byImage(SearchFacesByImageRequest request) {
        var collection = engine.collection(request.collectionId());
        var picture = engine.faceDetector().detectFaces(request.image());
        var faces = FilteredFaces.of(picture, QualityThreshold.of(request.qualityFilter(), QualityFilter.NONE))
                .accepted();
        if (faces.isEmpty()) {
            throw RekognitionErrors.invalidParameter("There are no faces in the image. Should be at least 1.");
        }
        var probe = faces.getFirst();
        return SearchFacesByImageResponse.builder()
                .searchedFaceBoundingBox(FaceDetailMapper.box(FaceDetailMapper.box(picture, probe.box())))
                .searchedFaceConfidence(FaceDetailMapper.confidence(probe))
                .faceMatches(matches(
                        collection,
                        probe.vector().values(),
                        request.maxFaces(),
                        request.faceMatchThreshold(),
                        Long.MIN_VALUE))
                .faceModelVersion(engine.modelVersion())
                .build();
    }

    /// The face with that id, if it is visible to searches already.
    static FaceRow visibleFace(Engine engine, CollectionRow collection, String faceId) {
        var id = UUID.fromString(faceId);
        return Optional.ofNullable(engine.store()
                        .faces()
                        .byIds(collection.number(), List.of(id))
                        .get(id))
                .filter(face ->
                        !engine.isPending(face.visibleAt(), engine.settings().visibility()))
                .orElseThrow(() -> RekognitionErrors.invalidParameter("faceId was not found in the collection"));
    }

    private List<FaceMatch> matches(
            CollectionRow collection, float[] probe, @Nullable Integer most, @Nullable Float threshold, long except) {
        var faces = engine.vectorCache().faces(collection);
        var visible = engine.vectorCache().visible();
        float least = threshold == null ? USUAL_THRESHOLD : threshold;
        var near = faces
                .nearest(
                        new SearchProbe(
                                probe, engine.vectorCache().cohort(collection).score(probe)),
                        most == null ? USUAL_MOST : most,
                        Calibration.leastScore(least),
                        number -> number != except && visible.test(number))
                .stream()
                .filter(found -> Calibration.similarity(found.score()) >= least)
                .toList();
        var rows = engine.store()
                .faces()
                .byNumbers(
                        collection.number(), near.stream().map(Neighbour::key).toList());
        return near.stream()
                .flatMap(found -> Stream.ofNullable(rows.get(found.key())) // it may have been deleted in the meantime
                        .map(row -> FaceMatch.builder()
                                .similarity(Calibration.similarity(found.score()))
                                .face(FaceMapper.stored(row))
                                .build()))
                .toList();
    }
}
