package io.vestibule.cloud;

import java.util.List;
import java.util.Optional;

/// Port: a service that analyses single pictures and stores nothing: Amazon Rekognition, or the embedded engine,
/// which supports face operations only.
///
/// Every call blocks and throws [CloudException] and nothing else. Similarities and confidences are 0..100. Positions
/// are fractions of the upright picture, from its upper left corner; they may lie beyond its edges.
public interface ImageAnalysis {

    /// Name of the engine and its model, which is shown with every score.
    String scoreScale();

    /// Whether the service supports the operation. An unsupported operation fails with [CloudFailure.Refused].
    boolean supports(Operation operation);

    /// Similarity of the largest face of one picture to each face of the other. Empty if one of them contains no
    /// face.
    Optional<Comparison> compare(ImageSource one, ImageSource other);

    /// The faces of the picture, largest first.
    List<DetectedFace> faces(ImageSource image);

    /// Protective equipment that people in the picture wear on face and head.
    List<PersonEquipment> equipment(ImageSource image);

    /// Content that is not suitable for everybody; the highest confidence first. Empty for most pictures.
    List<DetectedLabel> moderation(ImageSource image);

    /// Lines of text, in reading order.
    List<TextLine> text(ImageSource image);

    /// Labels of the picture; the highest confidence first.
    List<DetectedLabel> labels(ImageSource image);

    /// Labels from a custom model of the company.
    ///
    /// @param model ARN of the model version, which has to be running
    List<DetectedLabel> customLabels(ImageSource image, String model);

    record Box(float left, float top, float width, float height) {}

    /// @param name in the service's spelling, for example `eyeLeft`
    record Point(String name, float x, float y) {}

    /// Degrees; 0, 0, 0 is looking straight into the lens.
    record HeadPose(float yaw, float pitch, float roll) {}

    /// 0..100 each.
    record FaceQuality(float brightness, float sharpness) {}

    record DetectedFace(
            Box box, float confidence, List<Point> points, Optional<HeadPose> pose, Optional<FaceQuality> quality) {}

    /// @param matches every face of the other picture, the most similar first; not empty
    record Comparison(Box face, List<ComparisonMatch> matches) {}

    record ComparisonMatch(float similarity, DetectedFace face) {}

    /// @param covers equipment by type in the service's spelling, for example `FACE_COVER`
    record PersonEquipment(Box box, List<EquipmentItem> covers) {}

    /// @param coversBodyPart whether it covers the part of the body that it is for
    record EquipmentItem(String type, Box box, boolean coversBodyPart, float confidence) {}

    /// @param boxes bounding boxes in the picture; empty for a label of the whole picture
    record DetectedLabel(String name, float confidence, List<Box> boxes) {}

    record TextLine(String text, float confidence, Box box) {}
}
