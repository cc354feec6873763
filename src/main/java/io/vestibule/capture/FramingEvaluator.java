package io.vestibule.capture;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.FaceBox;
import java.util.Optional;

/// Evaluates where the face is in the picture, and whether it holds still.
final class FramingEvaluator {

    /// Fractions of the picture's height. The service needs a face of at least a tenth; a third gives enough pixels
    /// for a good vector at 720 lines, and above three quarters chin or hair are cut off in the next frame.
    private static final float LEAST_HEIGHT = 0.28f;

    private static final float MOST_HEIGHT = 0.75f;
    private static final float OFF_CENTRE_X = 0.18f;
    private static final float OFF_CENTRE_Y = 0.20f;

    /// Fraction of the face's height that its centre may move between two frames.
    private static final float MOVED = 0.10f;

    private Optional<FaceBox> before = Optional.empty();

    /// What is wrong with the position of the face; empty if nothing is.
    Optional<Guidance> evaluate(Pixels pixels, FaceBox box) {
        var last = before;
        before = Optional.of(box);
        float height = box.height() / pixels.height();
        if (height < LEAST_HEIGHT) {
            return Optional.of(Guidance.CLOSER);
        }
        if (height > MOST_HEIGHT) {
            return Optional.of(Guidance.FURTHER);
        }
        if (Math.abs(box.centreX() / pixels.width() - 0.5f) > OFF_CENTRE_X
                || Math.abs(box.centreY() / pixels.height() - 0.5f) > OFF_CENTRE_Y) {
            return Optional.of(Guidance.CENTRE);
        }
        return last.filter(earlier -> moved(earlier, box)).map(_ -> Guidance.HOLD_STILL);
    }

    void lost() {
        before = Optional.empty();
    }

    private static boolean moved(FaceBox from, FaceBox to) {
        double far = Math.hypot(from.centreX() - to.centreX(), from.centreY() - to.centreY());
        return far > MOVED * to.height();
    }
}
