package io.vestibule.check;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.Vision;
import java.util.List;

/// A picture and its faces, turned so that the faces stand upright. Scans and photos without an orientation mark come
/// lying or upside down; the detector finds such faces, but their vectors are useless.
///
/// @param faces largest first, in pixels of `pixels`
record Upright(Pixels pixels, List<Face> faces) {

    /// Length of the vector below which, and residual above which, a face is worth a second look.
    private static final float DOUBTFUL_NORM = 2.6f;

    private static final float DOUBTFUL_RESIDUAL = 7;

    static Upright of(Pixels pixels, Vision vision, float score) {
        Upright best = seen(pixels, vision, score);
        if (!best.doubtful()) {
            return best;
        }
        for (int quarterTurns : new int[] {1, 3, 2}) {
            Upright turned = seen(pixels.turned(quarterTurns), vision, score);
            if (turned.norm() > best.norm()) {
                best = turned;
            }
        }
        return best;
    }

    private static Upright seen(Pixels pixels, Vision vision, float score) {
        return new Upright(pixels, vision.analyseAll(pixels, score));
    }

    private boolean doubtful() {
        return norm() < DOUBTFUL_NORM || faces.getFirst().quality().residual() > DOUBTFUL_RESIDUAL;
    }

    private float norm() {
        return faces.isEmpty() ? 0 : faces.getFirst().quality().norm();
    }
}
