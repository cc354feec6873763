package io.vestibule.local.engine.picture;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.Landmarks;
import io.vestibule.vision.Pose;
import io.vestibule.vision.Vision;
import java.util.List;

/// Finds the faces of a picture that may lie on its side or stand on its head without saying so by EXIF: the detector
/// finds such faces, but their vectors are useless. The picture is analysed again as it should stand, and the faces are
/// returned where they are in the picture as it was sent, as the service does.
final class UprightFaces {

    /// A face with at least this vector length and at most this residual was recognised as it stands. The same limits
    /// end the search of [Vision#uprightTurns].
    private static final float SURE_NORM = 3.3f;

    private static final float SURE_RESIDUAL = 5;

    private static final float QUARTER = 90;

    private UprightFaces() {}

    static List<Face> find(Vision vision, Pixels pixels, float leastScore) {
        var faces = vision.analyseAll(pixels, leastScore);
        if (faces.stream().anyMatch(UprightFaces::isSure)) {
            return faces;
        }
        int turns = vision.uprightTurns(pixels);
        if (turns == 0) {
            return faces;
        }
        var upright = pixels.turned(turns);
        return vision.analyseAll(upright, leastScore).stream()
                .map(face -> turnedBack(face, upright.width(), upright.height(), turns))
                .toList();
    }

    private static boolean isSure(Face face) {
        return face.quality().norm() >= SURE_NORM && face.quality().residual() <= SURE_RESIDUAL;
    }

    /// The face after that many quarter turns against the clock, of a picture with this size.
    private static Face turnedBack(Face face, int width, int height, int turns) {
        var turned = face;
        for (int turn = 0; turn < turns; turn++) {
            turned = turnedBack(turned, turn % 2 == 0 ? width : height);
        }
        return turned;
    }

    private static Face turnedBack(Face face, int width) {
        return new Face(
                turnedBack(face.box(), width),
                turnedBack(face.landmarks(), width),
                new Pose(
                        face.pose().yaw(), face.pose().pitch(), less(face.pose().roll())),
                face.quality(),
                face.eyes(),
                face.vector());
    }

    private static FaceBox turnedBack(FaceBox box, int width) {
        return new FaceBox(
                box.y(),
                width - box.x() - box.width(),
                /* width= */ box.height(),
                /* height= */ box.width(),
                box.score());
    }

    private static Landmarks turnedBack(Landmarks landmarks, int width) {
        var turned = new float[landmarks.xy().length];
        for (int point = 0; point < turned.length / 2; point++) {
            turned[2 * point] = landmarks.y(point);
            turned[2 * point + 1] = width - landmarks.x(point);
        }
        return new Landmarks(turned);
    }

    /// The angle less a quarter, -180..180.
    private static float less(float roll) {
        float turned = roll - QUARTER;
        return turned < -2 * QUARTER ? turned + 4 * QUARTER : turned;
    }
}
