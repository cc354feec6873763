package io.vestibule.cloud;

import io.vestibule.cloud.ImageAnalysis.Box;
import io.vestibule.cloud.ImageAnalysis.Comparison;
import io.vestibule.cloud.ImageAnalysis.ComparisonMatch;
import io.vestibule.cloud.ImageAnalysis.DetectedFace;
import io.vestibule.cloud.ImageAnalysis.DetectedLabel;
import io.vestibule.cloud.ImageAnalysis.EquipmentItem;
import io.vestibule.cloud.ImageAnalysis.FaceQuality;
import io.vestibule.cloud.ImageAnalysis.HeadPose;
import io.vestibule.cloud.ImageAnalysis.PersonEquipment;
import io.vestibule.cloud.ImageAnalysis.Point;
import io.vestibule.cloud.ImageAnalysis.TextLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.CompareFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ComparedFace;
import software.amazon.awssdk.services.rekognition.model.CoversBodyPart;
import software.amazon.awssdk.services.rekognition.model.CustomLabel;
import software.amazon.awssdk.services.rekognition.model.EquipmentDetection;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.Geometry;
import software.amazon.awssdk.services.rekognition.model.ImageQuality;
import software.amazon.awssdk.services.rekognition.model.Instance;
import software.amazon.awssdk.services.rekognition.model.Landmark;
import software.amazon.awssdk.services.rekognition.model.ModerationLabel;
import software.amazon.awssdk.services.rekognition.model.Pose;
import software.amazon.awssdk.services.rekognition.model.ProtectiveEquipmentPerson;
import software.amazon.awssdk.services.rekognition.model.TextDetection;

/// Maps the SDK's answers about a picture to our types. A missing value is empty, not an error.
final class ImageAnalysisMapper {

    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    private ImageAnalysisMapper() {}

    /// Empty if the answer contains no face of the other picture at all.
    static Optional<Comparison> comparison(CompareFacesResponse answer) {
        List<ComparisonMatch> matches = Stream.concat(
                        answer.faceMatches().stream()
                                .map(match -> new ComparisonMatch(number(match.similarity()), face(match.face()))),
                        answer.unmatchedFaces().stream().map(face -> new ComparisonMatch(0, face(face))))
                .sorted(Comparator.comparingDouble(ComparisonMatch::similarity).reversed())
                .toList();
        var source = answer.sourceImageFace();
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comparison(source == null ? NOWHERE : box(source.boundingBox()), matches));
    }

    static DetectedFace face(FaceDetail face) {
        return new DetectedFace(
                box(face.boundingBox()),
                number(face.confidence()),
                points(face.landmarks()),
                turn(face.pose()),
                clarity(face.quality()));
    }

    private static DetectedFace face(ComparedFace face) {
        return new DetectedFace(
                box(face.boundingBox()),
                number(face.confidence()),
                points(face.landmarks()),
                turn(face.pose()),
                clarity(face.quality()));
    }

    static PersonEquipment wearer(ProtectiveEquipmentPerson person) {
        return new PersonEquipment(
                box(person.boundingBox()),
                person.bodyParts().stream()
                        .flatMap(part -> part.equipmentDetections().stream())
                        .map(ImageAnalysisMapper::cover)
                        .toList());
    }

    private static EquipmentItem cover(EquipmentDetection found) {
        CoversBodyPart covers = found.coversBodyPart();
        return new EquipmentItem(
                RekognitionResponseMapper.text(found.typeAsString()),
                box(found.boundingBox()),
                covers != null && Boolean.TRUE.equals(covers.value()),
                number(found.confidence()));
    }

    static DetectedLabel label(ModerationLabel label) {
        return new DetectedLabel(RekognitionResponseMapper.text(label.name()), number(label.confidence()), List.of());
    }

    static DetectedLabel label(software.amazon.awssdk.services.rekognition.model.Label label) {
        return new DetectedLabel(
                RekognitionResponseMapper.text(label.name()),
                number(label.confidence()),
                label.instances().stream()
                        .map(Instance::boundingBox)
                        .map(ImageAnalysisMapper::box)
                        .toList());
    }

    static DetectedLabel label(CustomLabel label) {
        Geometry place = label.geometry();
        return new DetectedLabel(
                RekognitionResponseMapper.text(label.name()),
                number(label.confidence()),
                place == null ? List.of() : List.of(box(place.boundingBox())));
    }

    static TextLine line(TextDetection text) {
        Geometry place = text.geometry();
        return new TextLine(
                RekognitionResponseMapper.text(text.detectedText()),
                number(text.confidence()),
                place == null ? NOWHERE : box(place.boundingBox()));
    }

    private static List<Point> points(List<Landmark> landmarks) {
        return landmarks.stream()
                .map(point -> new Point(
                        RekognitionResponseMapper.text(point.typeAsString()), number(point.x()), number(point.y())))
                .toList();
    }

    private static Optional<HeadPose> turn(@Nullable Pose pose) {
        return Optional.ofNullable(pose)
                .map(known -> new HeadPose(number(known.yaw()), number(known.pitch()), number(known.roll())));
    }

    private static Optional<FaceQuality> clarity(@Nullable ImageQuality quality) {
        return Optional.ofNullable(quality)
                .map(known -> new FaceQuality(number(known.brightness()), number(known.sharpness())));
    }

    private static Box box(@Nullable BoundingBox box) {
        return box == null
                ? NOWHERE
                : new Box(number(box.left()), number(box.top()), number(box.width()), number(box.height()));
    }

    private static float number(@Nullable Float value) {
        return value == null ? 0 : value;
    }
}
