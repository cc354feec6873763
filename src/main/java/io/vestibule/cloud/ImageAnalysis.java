package io.vestibule.cloud;

import java.util.List;
import java.util.Optional;

/// A service that looks at single pictures and keeps nothing: Amazon Rekognition, or the embedded engine, which knows
/// faces and nothing else.
///
/// Every call blocks and throws [CloudException] and nothing else. Similarities and confidences are 0..100. Places are
/// fractions of the picture as it stands upright, from its upper left corner; they may reach beyond its edges.
public interface ImageAnalysis {

    /// Name of the engine and its model, which goes beside every score that is shown.
    String engine();

    /// Whether the service can do that at all. What it cannot ends in [CloudFailure.Refused].
    boolean supports(Operation operation);

    /// How much the largest face of one picture looks like each face of the other. Empty if one of them shows no face.
    Optional<Comparison> compare(ImageSource one, ImageSource other);

    /// The faces of the picture, largest first.
    List<DetectedFace> faces(ImageSource image);

    /// What people in the picture wear on face and head.
    List<PersonEquipment> equipment(ImageSource image);

    /// What should not be shown to everybody; the certain ones first. Empty for most pictures.
    List<DetectedLabel> moderation(ImageSource image);

    /// Lines of text, as the eye reads them.
    List<TextLine> text(ImageSource image);

    /// What the picture shows; the certain ones first.
    List<DetectedLabel> labels(ImageSource image);

    /// The same by a model that the company trained.
    ///
    /// @param model ARN of its version, which has to be running
    List<DetectedLabel> customLabels(ImageSource image, String model);

    record Box(float left, float top, float width, float height) {}

    /// @param name as the service spells it, for example `eyeLeft`
    record Point(String name, float x, float y) {}

    /// Degrees; 0, 0, 0 is straight into the lens.
    record HeadPose(float yaw, float pitch, float roll) {}

    /// 0..100 each.
    record FaceQuality(float brightness, float sharpness) {}

    record DetectedFace(
            Box box, float confidence, List<Point> points, Optional<HeadPose> pose, Optional<FaceQuality> quality) {}

    /// @param matches every face of the other picture, the most similar first; not empty
    record Comparison(Box face, List<ComparisonMatch> matches) {}

    record ComparisonMatch(float similarity, DetectedFace face) {}

    /// @param covers by type as the service spells it, for example `FACE_COVER`
    record PersonEquipment(Box box, List<EquipmentItem> covers) {}

    /// @param coversBodyPart whether it covers the part of the body that it is for
    record EquipmentItem(String type, Box box, boolean coversBodyPart, float confidence) {}

    /// @param boxes where in the picture; empty for what the whole of it shows
    record DetectedLabel(String name, float confidence, List<Box> boxes) {}

    record TextLine(String text, float confidence, Box box) {}
}
