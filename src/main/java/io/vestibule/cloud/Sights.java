package io.vestibule.cloud;

import io.vestibule.cloud.ImageAnalysis.Box;
import io.vestibule.cloud.ImageAnalysis.Clarity;
import io.vestibule.cloud.ImageAnalysis.Comparison;
import io.vestibule.cloud.ImageAnalysis.Cover;
import io.vestibule.cloud.ImageAnalysis.Label;
import io.vestibule.cloud.ImageAnalysis.Line;
import io.vestibule.cloud.ImageAnalysis.Match;
import io.vestibule.cloud.ImageAnalysis.Point;
import io.vestibule.cloud.ImageAnalysis.SeenFace;
import io.vestibule.cloud.ImageAnalysis.Turn;
import io.vestibule.cloud.ImageAnalysis.Wearer;
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

/// Turns what the SDK tells of a picture into ours. Whatever the service leaves out is nothing, not a fault.
final class Sights {

    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    private Sights() {}

    /// Empty where no face of the other picture was told at all.
    static Optional<Comparison> comparison(CompareFacesResponse answer) {
        List<Match> matches = Stream.concat(
                        answer.faceMatches().stream()
                                .map(match -> new Match(number(match.similarity()), face(match.face()))),
                        answer.unmatchedFaces().stream().map(face -> new Match(0, face(face))))
                .sorted(Comparator.comparingDouble(Match::similarity).reversed())
                .toList();
        var source = answer.sourceImageFace();
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comparison(source == null ? NOWHERE : box(source.boundingBox()), matches));
    }

    static SeenFace face(FaceDetail face) {
        return new SeenFace(
                box(face.boundingBox()),
                number(face.confidence()),
                points(face.landmarks()),
                turn(face.pose()),
                clarity(face.quality()));
    }

    private static SeenFace face(ComparedFace face) {
        return new SeenFace(
                box(face.boundingBox()),
                number(face.confidence()),
                points(face.landmarks()),
                turn(face.pose()),
                clarity(face.quality()));
    }

    static Wearer wearer(ProtectiveEquipmentPerson person) {
        return new Wearer(
                box(person.boundingBox()),
                person.bodyParts().stream()
                        .flatMap(part -> part.equipmentDetections().stream())
                        .map(Sights::cover)
                        .toList());
    }

    private static Cover cover(EquipmentDetection found) {
        CoversBodyPart covers = found.coversBodyPart();
        return new Cover(
                Answers.text(found.typeAsString()),
                box(found.boundingBox()),
                covers != null && Boolean.TRUE.equals(covers.value()),
                number(found.confidence()));
    }

    static Label label(ModerationLabel label) {
        return new Label(Answers.text(label.name()), number(label.confidence()), List.of());
    }

    static Label label(software.amazon.awssdk.services.rekognition.model.Label label) {
        return new Label(
                Answers.text(label.name()),
                number(label.confidence()),
                label.instances().stream()
                        .map(Instance::boundingBox)
                        .map(Sights::box)
                        .toList());
    }

    static Label label(CustomLabel label) {
        Geometry place = label.geometry();
        return new Label(
                Answers.text(label.name()),
                number(label.confidence()),
                place == null ? List.of() : List.of(box(place.boundingBox())));
    }

    static Line line(TextDetection text) {
        Geometry place = text.geometry();
        return new Line(
                Answers.text(text.detectedText()),
                number(text.confidence()),
                place == null ? NOWHERE : box(place.boundingBox()));
    }

    private static List<Point> points(List<Landmark> landmarks) {
        return landmarks.stream()
                .map(point -> new Point(Answers.text(point.typeAsString()), number(point.x()), number(point.y())))
                .toList();
    }

    private static Optional<Turn> turn(@Nullable Pose pose) {
        return Optional.ofNullable(pose)
                .map(known -> new Turn(number(known.yaw()), number(known.pitch()), number(known.roll())));
    }

    private static Optional<Clarity> clarity(@Nullable ImageQuality quality) {
        return Optional.ofNullable(quality)
                .map(known -> new Clarity(number(known.brightness()), number(known.sharpness())));
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
