package io.vestibule.capture;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.FaceBox;
import java.time.Duration;
import java.util.Optional;

/// The result of one processed frame.
///
/// @param guidance the message to show now
/// @param face where the face is, in pixels of the frame; empty if there is not exactly one
/// @param step which photo of the plan is next; empty when all are taken
/// @param progress 0..1 of the plan, including the current photo
/// @param taken the photo taken from this frame
/// @param waiting how long the next photo has been waited for
public record CaptureUpdate(
        Guidance guidance,
        Optional<FaceBox> face,
        Optional<CapturePose> step,
        float progress,
        Optional<CapturedFrame> taken,
        Duration waiting) {

    /// @param pixels a copy of the frame, unscaled and not mirrored
    /// @param pose the pose of the plan; empty for an additional photo
    public record CapturedFrame(Pixels pixels, Optional<CapturePose> pose) {}
}
