package io.vestibule.capture;

import io.vestibule.check.CheckLimits;
import io.vestibule.check.FaceQualityEvaluator;
import io.vestibule.check.Reason;
import io.vestibule.check.Severity;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.Vision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One person in front of the camera, from the first frame to the last photo of the plan. The caller passes the
/// newest frame and its time after the previous call has returned; frames are not queued, and only frames that
/// become photos are kept.
///
/// Cheap measures come first: position of the face, exposure, pose. Only a frame that passes them is analysed in
/// full.
///
/// Not thread-safe: one thread at a time may call it.
public final class CaptureSession {

    private final Vision vision;
    private final CheckLimits limits;
    private final List<CapturePose> plan;
    private final FramingEvaluator framingEvaluator = new FramingEvaluator();
    private final GuidanceDebouncer guidanceDebouncer = new GuidanceDebouncer();
    private final Burst burst = new Burst();
    private final List<CapturePose> done = new ArrayList<>();
    private final FaceQualityEvaluator findings;
    private final List<CapturePose> skipped = new ArrayList<>();
    private boolean captureRequested;
    private Optional<Instant> waitingSince = Optional.empty();

    public CaptureSession(Vision vision, CheckLimits limits, CapturePlan plan) {
        this.vision = vision;
        this.limits = limits;
        this.plan = plan.poses();
        this.findings = new FaceQualityEvaluator(limits);
    }

    /// Analyses the newest frame. Blocks for as long as the models take; not for the FX thread.
    ///
    /// @param frame must not be written to until this returns; what is kept of it is a copy
    /// @param now time of the frame; never before that of the previous call
    public CaptureUpdate processFrame(Pixels frame, Instant now) {
        if (waitingSince.isEmpty()) {
            waitingSince = Optional.of(now);
        }
        var faces = vision.detect(frame, limits.size().score());
        var seen = relevantFaces(faces);
        if (seen.size() != 1) {
            framingEvaluator.lost();
            burst.clear();
            return update(seen.isEmpty() ? Guidance.NO_FACE : Guidance.ONE_FACE_ONLY, Optional.empty(), now);
        }
        var box = seen.getFirst();
        if (captureRequested) {
            captureRequested = false;
            return captureFrame(frame, box, now);
        }
        if (step().isEmpty()) {
            return update(Guidance.DONE, Optional.of(box), now);
        }
        var wrong = checkFrame(frame, box, step().get());
        if (wrong.isPresent()) {
            burst.clear();
            return update(wrong.get(), Optional.of(box), now);
        }
        return addToBurst(frame, box, step().get(), now);
    }

    /// Takes the next frame that shows one face, whatever its quality: the operator who presses the shutter
    /// decides.
    public void captureNow() {
        captureRequested = true;
    }

    /// Discards the previous photo and takes it again.
    public void retake() {
        if (!done.isEmpty()) {
            done.removeLast();
        }
        waitAnew();
    }

    /// Leaves out the next pose of the plan, which the person cannot take.
    public void skip() {
        step().ifPresent(skipped::add);
        waitAnew();
    }

    private void waitAnew() {
        burst.clear();
        waitingSince = Optional.empty();
    }

    /// Takes a photo again that turned out to be unusable.
    public void recapture(CapturePose pose) {
        if (done.remove(pose)) {
            waitAnew();
        }
    }

    public int capturedCount() {
        return done.size();
    }

    /// How many photos the plan has, without the poses that were left out.
    public int wantedCount() {
        return plan.size() - skipped.size();
    }

    /// The pose of the next photo: the first missing one of the plan; empty when all are taken or left out.
    public Optional<CapturePose> step() {
        return plan.stream()
                .filter(pose -> !done.contains(pose) && !skipped.contains(pose))
                .findFirst();
    }

    private Optional<Guidance> checkFrame(Pixels frame, FaceBox box, CapturePose pose) {
        var place = framingEvaluator.evaluate(frame, box);
        if (place.isPresent()) {
            return place;
        }
        var faceExposure = FaceExposure.of(frame, box);
        if (faceExposure.backlit()) {
            return Optional.of(Guidance.LESS_BACKLIGHT);
        }
        if (faceExposure.dark()) {
            return Optional.of(Guidance.MORE_LIGHT);
        }
        return pose.fits(vision.pose(frame, box, vision.landmarks(frame, box)))
                ? Optional.empty()
                : Optional.of(pose.advice());
    }

    private CaptureUpdate addToBurst(Pixels frame, FaceBox box, CapturePose pose, Instant now) {
        var face = vision.analyse(frame, box);
        var wrong = checkFace(face, pose);
        if (wrong.isPresent()) {
            burst.clear();
            return update(wrong.get(), Optional.of(box), now);
        }
        burst.add(frame, face, now);
        var shot = burst.ready(now);
        if (shot.isEmpty()) {
            return update(Guidance.GOOD, Optional.of(box), now);
        }
        return next(shot.get().pixels(), box, now);
    }

    /// What only the full analysis shows: every reason that would reject the photo, and closed eyes.
    private Optional<Guidance> checkFace(Face face, CapturePose pose) {
        var found = findings.evaluate(face, face.box().height());
        return found.stream()
                .filter(finding -> finding.severity() == Severity.REFUSE || finding.reason() == Reason.EYES_CLOSED)
                .map(finding -> advice(finding.reason(), pose))
                .findFirst();
    }

    private static Guidance advice(Reason reason, CapturePose pose) {
        return switch (reason) {
            case NO_FACE -> Guidance.NO_FACE;
            case SEVERAL_FACES -> Guidance.ONE_FACE_ONLY;
            case TOO_SMALL -> Guidance.CLOSER;
            case TOO_DARK, LOW_CONTRAST, SIDE_LIGHT -> Guidance.MORE_LIGHT;
            case TOO_BRIGHT -> Guidance.LESS_LIGHT;
            case BLURRED -> Guidance.HOLD_STILL;
            case TURNED_AWAY, LOOKING_UP, LOOKING_DOWN, TILTED -> pose.advice();
            case EYES_CLOSED -> Guidance.OPEN_EYES;
            case LANDMARKS_UNSURE, WEAK_TEMPLATE, UNLIKE_THE_OTHERS, FACE_COVERED, HEAD_COVERED, UNFIT, UNCHECKED ->
                Guidance.UNCOVER;
        };
    }

    private CaptureUpdate captureFrame(Pixels frame, FaceBox box, Instant now) {
        var kept = new Pixels(frame.width(), frame.height(), frame.argb().clone());
        if (step().isEmpty()) {
            var extra = new CaptureUpdate.CapturedFrame(kept, Optional.empty());
            return new CaptureUpdate(Guidance.DONE, Optional.of(box), step(), 1, Optional.of(extra), waiting(now));
        }
        return next(kept, box, now);
    }

    private CaptureUpdate next(Pixels kept, FaceBox box, Instant now) {
        waitAnew();
        var shot = new CaptureUpdate.CapturedFrame(kept, step());
        step().ifPresent(done::add);
        var guidance = step().isEmpty() ? Guidance.DONE : Guidance.GOOD;
        return new CaptureUpdate(
                guidanceDebouncer.update(guidance, now),
                Optional.of(box),
                step(),
                progress(now),
                Optional.of(shot),
                waiting(now));
    }

    private CaptureUpdate update(Guidance seen, Optional<FaceBox> box, Instant now) {
        return new CaptureUpdate(
                guidanceDebouncer.update(seen, now), box, step(), progress(now), Optional.empty(), waiting(now));
    }

    private Duration waiting(Instant now) {
        return step().isEmpty()
                ? Duration.ZERO
                : waitingSince.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }

    private float progress(Instant now) {
        return wantedCount() == 0 ? 1 : Math.min(1, (done.size() + burst.progress(now)) / wantedCount());
    }

    /// The same filter as for photos: a person far in the background does not count.
    private List<FaceBox> relevantFaces(List<FaceBox> faces) {
        float largest = faces.stream().map(FaceBox::height).max(Float::compare).orElse(0f);
        var counting = new ArrayList<FaceBox>();
        for (var face : faces) {
            if (face.height() > largest / 2) {
                counting.add(face);
            }
        }
        return counting;
    }
}
