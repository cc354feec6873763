package io.vestibule.local.engine.picture;

import io.vestibule.vision.Landmarks;
import java.util.List;
import software.amazon.awssdk.services.rekognition.model.LandmarkType;

/// A landmark of the service as the mean of some of the 68 iBUG landmarks. Left means left in the picture.
record LandmarkMapping(LandmarkType type, List<Integer> points) {

    static final List<LandmarkMapping> DEFAULT = List.of(
            point(LandmarkType.EYE_LEFT, 37, 38, 40, 41),
            point(LandmarkType.EYE_RIGHT, 43, 44, 46, 47),
            point(LandmarkType.MOUTH_LEFT, 48, 60),
            point(LandmarkType.MOUTH_RIGHT, 54, 64),
            point(LandmarkType.NOSE, 30));

    static final List<LandmarkMapping> ALL = List.of(
            DEFAULT.get(0),
            DEFAULT.get(1),
            DEFAULT.get(2),
            DEFAULT.get(3),
            DEFAULT.get(4),
            point(LandmarkType.LEFT_EYE_BROW_LEFT, 17),
            point(LandmarkType.LEFT_EYE_BROW_UP, 19),
            point(LandmarkType.LEFT_EYE_BROW_RIGHT, 21),
            point(LandmarkType.RIGHT_EYE_BROW_LEFT, 22),
            point(LandmarkType.RIGHT_EYE_BROW_UP, 24),
            point(LandmarkType.RIGHT_EYE_BROW_RIGHT, 26),
            point(LandmarkType.LEFT_EYE_LEFT, 36),
            point(LandmarkType.LEFT_EYE_RIGHT, 39),
            point(LandmarkType.LEFT_EYE_UP, 37, 38),
            point(LandmarkType.LEFT_EYE_DOWN, 40, 41),
            point(LandmarkType.RIGHT_EYE_LEFT, 42),
            point(LandmarkType.RIGHT_EYE_RIGHT, 45),
            point(LandmarkType.RIGHT_EYE_UP, 43, 44),
            point(LandmarkType.RIGHT_EYE_DOWN, 46, 47),
            point(LandmarkType.NOSE_LEFT, 31),
            point(LandmarkType.NOSE_RIGHT, 35),
            point(LandmarkType.MOUTH_UP, 51),
            point(LandmarkType.MOUTH_DOWN, 57),
            point(LandmarkType.LEFT_PUPIL, 37, 38, 40, 41),
            point(LandmarkType.RIGHT_PUPIL, 43, 44, 46, 47),
            point(LandmarkType.UPPER_JAWLINE_LEFT, 0),
            point(LandmarkType.MID_JAWLINE_LEFT, 4),
            point(LandmarkType.CHIN_BOTTOM, 8),
            point(LandmarkType.MID_JAWLINE_RIGHT, 12),
            point(LandmarkType.UPPER_JAWLINE_RIGHT, 16));

    float x(Landmarks landmarks) {
        return (float) points.stream().mapToDouble(landmarks::x).average().orElseThrow();
    }

    float y(Landmarks landmarks) {
        return (float) points.stream().mapToDouble(landmarks::y).average().orElseThrow();
    }

    private static LandmarkMapping point(LandmarkType type, Integer... points) {
        return new LandmarkMapping(type, List.of(points));
    }
}
