package io.vestibule.local.engine.picture;

import io.vestibule.local.engine.store.FaceRow;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.ComparedFace;
import software.amazon.awssdk.services.rekognition.model.EyeOpen;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.ImageQuality;
import software.amazon.awssdk.services.rekognition.model.Landmark;
import software.amazon.awssdk.services.rekognition.model.Pose;

/// Maps a detected face to the service's model: fractions of the picture, percentages, degrees. Attributes that the
/// models here cannot determine (age, gender, emotions, ...) are left out even if they are requested.
public final class FaceDetailMapper {

    /// Below this height of the face in pixels, open or closed eyes cannot be determined.
    private static final float EYES_FROM = 200;

    private static final float CLOSED_ASPECT = .17f;
    private static final float CLOSED_FROM = .9f;

    /// Variance of the Laplacian that maps to half of the sharpness scale; a clean photo of a face has 17 to 258,
    /// about 99.
    private static final float HALF_SHARP = 30;

    private FaceDetailMapper() {}

    public static FaceDetail of(ImageFaceDetector.AnalysedImage picture, Face face, Set<Attribute> attributes) {
        var all = attributes.contains(Attribute.ALL);
        var detail = FaceDetail.builder()
                .boundingBox(box(box(picture, face.box())))
                .confidence(confidence(face))
                .landmarks(landmarks(picture, face, all))
                .pose(pose(face))
                .quality(quality(face));
        if ((all || attributes.contains(Attribute.EYES_OPEN)) && face.box().height() >= EYES_FROM) {
            detail.eyesOpen(eyes(face));
        }
        return detail.build();
    }

    public static ComparedFace compared(ImageFaceDetector.AnalysedImage picture, Face face) {
        return ComparedFace.builder()
                .boundingBox(box(box(picture, face.box())))
                .confidence(confidence(face))
                .landmarks(landmarks(picture, face, false))
                .pose(pose(face))
                .quality(quality(face))
                .build();
    }

    public static FaceRow.Box box(ImageFaceDetector.AnalysedImage picture, FaceBox box) {
        float width = picture.width();
        float height = picture.height();
        return new FaceRow.Box(box.x() / width, box.y() / height, box.width() / width, box.height() / height);
    }

    public static BoundingBox box(FaceRow.Box box) {
        return BoundingBox.builder()
                .left(box.left())
                .top(box.top())
                .width(box.width())
                .height(box.height())
                .build();
    }

    public static float confidence(Face face) {
        return percent(face.box().score() * 100);
    }

    private static List<Landmark> landmarks(ImageFaceDetector.AnalysedImage picture, Face face, boolean all) {
        return (all ? LandmarkMapping.ALL : LandmarkMapping.DEFAULT)
                .stream()
                        .map(point -> Landmark.builder()
                                .type(point.type())
                                .x(point.x(face.landmarks()) / picture.width())
                                .y(point.y(face.landmarks()) / picture.height())
                                .build())
                        .toList();
    }

    private static Pose pose(Face face) {
        return Pose.builder()
                .yaw(face.pose().yaw())
                .pitch(face.pose().pitch())
                .roll(face.pose().roll())
                .build();
    }

    private static ImageQuality quality(Face face) {
        float sharpness = face.quality().sharpness();
        return ImageQuality.builder()
                .brightness(percent(face.quality().brightness() / 255 * 100))
                .sharpness(percent(100 * sharpness / (sharpness + HALF_SHARP)))
                .build();
    }

    private static EyeOpen eyes(Face face) {
        var eyes = face.eyes();
        float closed = Math.max(eyes.leftClosed(), eyes.rightClosed());
        boolean open = !(eyes.aspect() < CLOSED_ASPECT && closed > CLOSED_FROM);
        return EyeOpen.builder()
                .value(open)
                .confidence(percent(100 * Math.max(.5f, open ? 1 - closed : closed)))
                .build();
    }

    private static float percent(float value) {
        return Math.clamp(value, 0f, 100f);
    }
}
