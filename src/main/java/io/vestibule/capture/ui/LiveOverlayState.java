package io.vestibule.capture.ui;

import io.vestibule.capture.CaptureUpdate;
import io.vestibule.capture.Guidance;
import io.vestibule.vision.FaceBox;
import java.util.Optional;

/// What the overlay of the live picture shows.
///
/// @param guidance the one message to show
/// @param face where the face is, in pixels of the picture
/// @param taken photos so far
/// @param wanted photos in all
/// @param progress 0..1 of the plan
public record LiveOverlayState(Guidance guidance, Optional<FaceBox> face, int taken, int wanted, float progress) {

    static LiveOverlayState none(int wanted) {
        return new LiveOverlayState(Guidance.NO_FACE, Optional.empty(), 0, wanted, 0);
    }

    static LiveOverlayState of(CaptureUpdate look, int taken, int wanted) {
        return new LiveOverlayState(look.guidance(), look.face(), taken, wanted, look.progress());
    }

    /// The number of the next photo, counted from one.
    public int number() {
        return Math.min(taken + 1, wanted);
    }

    public boolean done() {
        return taken >= wanted;
    }
}
