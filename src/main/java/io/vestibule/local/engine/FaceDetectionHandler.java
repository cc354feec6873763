package io.vestibule.local.engine;

import io.vestibule.local.engine.picture.FaceDetailMapper;
import io.vestibule.local.engine.picture.FilteredFaces;
import io.vestibule.local.engine.picture.QualityThreshold;
import io.vestibule.local.engine.protocol.RekognitionErrors;
import io.vestibule.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import software.amazon.awssdk.services.rekognition.model.CompareFacesMatch;
import software.amazon.awssdk.services.rekognition.model.CompareFacesRequest;
import software.amazon.awssdk.services.rekognition.model.CompareFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ComparedFace;
import software.amazon.awssdk.services.rekognition.model.ComparedSourceImageFace;
import software.amazon.awssdk.services.rekognition.model.DetectFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DetectFacesResponse;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;

/// DetectFaces and CompareFaces: nothing is stored.
final class FaceDetectionHandler {

    private static final float USUAL_THRESHOLD = 80;

    private final Engine engine;

    FaceDetectionHandler(Engine engine) {
        this.engine = engine;
    }

    DetectFacesResponse detect(DetectFacesRequest request) {
        var picture = engine.faceDetector().detectFaces(request.image());
        var attributes = Set.copyOf(request.attributes());
        return DetectFacesResponse.builder()
                .faceDetails(picture.faces().stream()
                        .map(face -> FaceDetailMapper.of(picture, face, attributes))
                        .toList())
                .build();
    }

    /// Compares the largest face of the source with each face of the target.
    CompareFacesResponse compare(CompareFacesRequest request) {
        var bar = QualityThreshold.of(request.qualityFilter(), QualityFilter.NONE);
        var source = engine.faceDetector().detectFaces(request.sourceImage());
        var sources = FilteredFaces.of(source, bar).accepted();
        var target = engine.faceDetector().detectFaces(request.targetImage());
        var targets = FilteredFaces.of(target, bar).accepted();
        if (sources.isEmpty() || targets.isEmpty()) {
            throw RekognitionErrors.invalidParameters();
        }
        float least = request.similarityThreshold() == null ? USUAL_THRESHOLD : request.similarityThreshold();
        var matched = new ArrayList<CompareFacesMatch>();
        var unmatched = new ArrayList<ComparedFace>();
        var probe = sources.getFirst();
        for (Face face : targets) {
            float similarity = engine.cohort().similarity(probe.vector(), face.vector());
            var compared = FaceDetailMapper.compared(target, face);
            if (similarity >= least) {
                matched.add(CompareFacesMatch.builder()
                        .similarity(similarity)
                        .face(compared)
                        .build());
            } else {
                unmatched.add(compared);
            }
        }
        matched.sort(Comparator.comparing(CompareFacesMatch::similarity).reversed());
        return CompareFacesResponse.builder()
                .sourceImageFace(ComparedSourceImageFace.builder()
                        .boundingBox(FaceDetailMapper.box(FaceDetailMapper.box(source, probe.box())))
                        .confidence(FaceDetailMapper.confidence(probe))
                        .build())
                .faceMatches(matched)
                .unmatchedFaces(unmatched)
                .build();
    }
}
