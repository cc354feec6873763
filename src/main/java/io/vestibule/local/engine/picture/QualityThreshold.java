package io.vestibule.local.engine.picture;

import io.vestibule.vision.Face;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.Reason;

/// Thresholds of a quality filter. The service does not publish its thresholds; these are based on measurements of
/// the built-in model: below a vector length of 2.5 most pairs of the same person fail to match, from 3.3 upwards
/// hardly any do. AUTO accepts a yaw of 52 degrees, as the service does in its published samples.
///
/// @param score minimum detection score, 0..1
/// @param norm minimum length of the face vector
/// @param sharpness minimum variance of the Laplacian; half of it where the contrast is low
/// @param brightness minimum mean brightness, 0..255
/// @param yaw maximum rotation to a side, degrees
/// @param pitch maximum rotation up or down, degrees
/// @param height minimum height of the bounding box, pixels
public record QualityThreshold(
        float score, float norm, float sharpness, float brightness, float yaw, float pitch, float height) {

    /// Minimum length of a vector that says enough about a person, for every filter but NONE.
    public static final float LEAST_NORM = 2.5f;

    private static final QualityThreshold NONE = new QualityThreshold(0, 0, 0, 0, 360, 360, 0);
    private static final QualityThreshold LOW = new QualityThreshold(.7f, LEAST_NORM, 7, 30, 60, 50, 34);
    private static final QualityThreshold AUTO = new QualityThreshold(.8f, LEAST_NORM, 15, 40, 55, 45, 40);
    private static final QualityThreshold MEDIUM = new QualityThreshold(.9f, 3.0f, 20, 50, 35, 35, 48);
    private static final QualityThreshold HIGH = new QualityThreshold(.95f, 3.3f, 30, 60, 20, 25, 70);

    /// Above this residual the landmarks do not fit a face in the detected pose.
    private static final float MOST_RESIDUAL = 7;

    private static final float LOW_CONTRAST = 20;

    /// @param requested the requested filter; null for `otherwise`
    public static QualityThreshold of(@Nullable QualityFilter requested, QualityFilter otherwise) {
        return switch (requested == null ? otherwise : requested) {
            case LOW -> LOW;
            case AUTO -> AUTO;
            case MEDIUM -> MEDIUM;
            case HIGH -> HIGH;
            case NONE, UNKNOWN_TO_SDK_VERSION -> NONE;
        };
    }

    /// Why the filter rejects the face; empty if it accepts it.
    public List<Reason> reasons(Face face) {
        var reasons = new ArrayList<Reason>();
        if (equals(NONE)) {
            return reasons;
        }
        var quality = face.quality();
        var pose = face.pose();
        if (Math.abs(pose.yaw()) > yaw || Math.abs(pose.pitch()) > pitch || quality.residual() > MOST_RESIDUAL) {
            reasons.add(Reason.EXTREME_POSE);
        }
        if (quality.brightness() < brightness) {
            reasons.add(Reason.LOW_BRIGHTNESS);
        }
        if (quality.sharpness() < (quality.contrast() < LOW_CONTRAST ? sharpness / 2 : sharpness)) {
            reasons.add(Reason.LOW_SHARPNESS);
        }
        if (face.box().score() < score) {
            reasons.add(Reason.LOW_CONFIDENCE);
        }
        if (face.box().height() < height) {
            reasons.add(Reason.SMALL_BOUNDING_BOX);
        }
        if (quality.norm() < norm) {
            reasons.add(Reason.LOW_FACE_QUALITY);
        }
        return reasons;
    }
}
