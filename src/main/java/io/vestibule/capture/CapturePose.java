package io.vestibule.capture;

import io.vestibule.vision.Pose;

/// A photo of the set: how the head has to be turned. Left and right are from the person's own point of view.
public enum CapturePose {
    FRONTAL(0, 0, Guidance.LOOK_STRAIGHT),
    LEFT(-1, 0, Guidance.TURN_LEFT),
    RIGHT(1, 0, Guidance.TURN_RIGHT),
    UP(0, 1, Guidance.LOOK_UP),
    DOWN(0, -1, Guidance.LOOK_DOWN);

    /// Largest angle in degrees at which a head counts as straight.
    private static final float STRAIGHT = 11;

    /// Degrees from which a turn is a different view, and up to which the service still accepts it reliably.
    private static final float LEAST_TURN = 12;

    private static final float MOST_TURN = 38;
    private static final float LEAST_TILT = 9;
    private static final float MOST_TILT = 26;
    private static final float MOST_ROLL = 15;

    private final int side;
    private final int height;
    private final Guidance advice;

    CapturePose(int side, int height, Guidance advice) {
        this.side = side;
        this.height = height;
        this.advice = advice;
    }

    /// The guidance that leads to this pose.
    public Guidance advice() {
        return advice;
    }

    boolean fits(Pose pose) {
        return Math.abs(pose.roll()) <= MOST_ROLL
                && reaches(pose.yaw(), side, LEAST_TURN, MOST_TURN)
                && reaches(pose.pitch(), height, LEAST_TILT, MOST_TILT);
    }

    private static boolean reaches(float degrees, int direction, float least, float most) {
        return direction == 0
                ? Math.abs(degrees) <= STRAIGHT
                : degrees * direction >= least && degrees * direction <= most;
    }
}
