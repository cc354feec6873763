package io.vestibule.capture;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A few good frames in a row; the one with the longest face vector is taken, because that length is the best measure
/// of how well a face will be recognised.
final class Burst {

    /// As long as most people hold still when asked to.
    static final Duration LENGTH = Duration.ofMillis(700);

    static final int FRAMES = 3;

    private int frames;
    private Optional<Instant> began = Optional.empty();
    private Optional<Shot> best = Optional.empty();

    /// @param pixels a copy
    /// @param face with its vector
    record Shot(Pixels pixels, Face face) {}

    /// @param frame the camera reuses its memory, so it is copied if it is the best so far
    void add(Pixels frame, Face face, Instant now) {
        if (began.isEmpty()) {
            began = Optional.of(now);
        }
        frames++;
        var norm = face.quality().norm();
        if (best.filter(known -> known.face().quality().norm() >= norm).isEmpty()) {
            var copy = new Pixels(frame.width(), frame.height(), frame.argb().clone());
            best = Optional.of(new Shot(copy, face));
        }
    }

    /// The best frame, once enough were seen.
    Optional<Shot> ready(Instant now) {
        return progress(now) >= 1 ? best : Optional.empty();
    }

    /// 0..1
    float progress(Instant now) {
        if (began.isEmpty()) {
            return 0;
        }
        float time = (float) Duration.between(began.get(), now).toMillis() / LENGTH.toMillis();
        return Math.min(1, Math.min(time, (float) frames / FRAMES));
    }

    void clear() {
        frames = 0;
        began = Optional.empty();
        best = Optional.empty();
    }
}
