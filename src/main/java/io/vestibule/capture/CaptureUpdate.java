package io.vestibule.capture;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.FaceBox;
import java.util.Optional;

/// What one look at the live picture gave.
///
/// @param guidance the message to show now
/// @param face where the face is, in pixels of the frame; empty if there is not exactly one
/// @param step which photo of the plan is being taken; empty when all are
/// @param progress 0..1 of the plan, the photo under way included
/// @param taken what was taken with this look
public record CaptureUpdate(
        Guidance guidance,
        Optional<FaceBox> face,
        Optional<CapturePose> step,
        float progress,
        Optional<CapturedFrame> taken) {

    /// @param pixels a copy of the frame, unscaled and not mirrored
    /// @param pose that it was taken for; empty for one beyond the plan
    public record CapturedFrame(Pixels pixels, Optional<CapturePose> pose) {}
}
