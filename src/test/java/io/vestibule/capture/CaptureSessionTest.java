package io.vestibule.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.check.CheckLimits;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoException;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import io.vestibule.vision.Vision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Real pictures through the real models, as frames of a camera of 1280 x 720.
class CaptureSessionTest {

    private static final Vision VISION = OnnxVision.open(ModelSet.shipped());
    private static final Pixels FRONTAL = sample("sample-person-1/1.jpg");
    private static final Pixels RIGHT = sample("sample-person-1-probe.jpg");
    private static final Pixels LEFT = mirrored(RIGHT);
    private static final Duration FRAME = Duration.ofMillis(120);

    private Instant now = Instant.parse("2026-01-01T08:00:00Z");

    @AfterAll
    static void close() {
        VISION.close();
    }

    @Test
    void takesOneGoodPhotoAutomatically() {
        var session = session(CapturePlan.QUICK);
        var looks = looks(session, frame(FRONTAL, 0.8, 0.5), 10);
        assertThat(looks.stream().flatMap(look -> look.taken().stream())).hasSize(1);
        assertThat(looks.getLast().guidance()).isEqualTo(Guidance.DONE);
        assertThat(looks.getLast().progress()).isEqualTo(1);
        assertThat(looks.getFirst().progress()).isLessThan(0.5f);
    }

    @Test
    void goesThroughThePlanAndAsksForEachTurn() {
        var session = session(CapturePlan.STANDARD);
        looks(session, frame(FRONTAL, 0.8, 0.5), 10);
        assertThat(session.step()).contains(CapturePose.LEFT);
        assertThat(looks(session, frame(FRONTAL, 0.8, 0.5), 5).getLast().guidance())
                .isEqualTo(Guidance.TURN_LEFT);
        looks(session, frame(LEFT, 0.8, 0.5), 10);
        assertThat(session.step()).contains(CapturePose.RIGHT);
        assertThat(looks(session, frame(LEFT, 0.8, 0.5), 5).getLast().guidance())
                .isEqualTo(Guidance.TURN_RIGHT);
        var last = looks(session, frame(RIGHT, 0.8, 0.5), 10);
        assertThat(last.getLast().guidance()).isEqualTo(Guidance.DONE);
        assertThat(session.capturedCount()).isEqualTo(3);
    }

    @Test
    void aPoseThatIsNotTakenIsWaitedForAndCanBeSkipped() {
        var session = session(CapturePlan.STANDARD);
        looks(session, frame(FRONTAL, 0.8, 0.5), 10);
        var waiting = looks(session, frame(FRONTAL, 0.8, 0.5), 50).getLast().waiting();
        assertThat(waiting).isGreaterThan(Duration.ofSeconds(5));
        session.skip();
        assertThat(session.step()).contains(CapturePose.RIGHT);
        assertThat(session.wantedCount()).isEqualTo(2);
        assertThat(looks(session, frame(FRONTAL, 0.8, 0.5), 1).getLast().waiting())
                .isZero();
        session.skip();
        var end = looks(session, frame(FRONTAL, 0.8, 0.5), 4).getLast();
        assertThat(end.guidance()).isEqualTo(Guidance.DONE);
        assertThat(end.progress()).isEqualTo(1);
        assertThat(end.waiting()).isZero();
    }

    @Test
    void saysWhereToGo() {
        assertThat(guidance(frame(FRONTAL, 0.3, 0.5))).isEqualTo(Guidance.CLOSER);
        assertThat(guidance(frame(FRONTAL, 1.5, 0.5))).isEqualTo(Guidance.FURTHER);
        assertThat(guidance(frame(FRONTAL, 0.8, 0.2))).isEqualTo(Guidance.CENTRE);
    }

    @Test
    void saysWhoAndWhetherThereIsLight() {
        assertThat(guidance(canvas())).isEqualTo(Guidance.NO_FACE);
        assertThat(guidance(frame(sample("group.jpg"), 0.9, 0.5))).isEqualTo(Guidance.ONE_FACE_ONLY);
        assertThat(guidance(lit(frame(FRONTAL, 0.8, 0.5), value -> value / 4))).isEqualTo(Guidance.MORE_LIGHT);
    }

    @Test
    void aWindowBehindTheHeadIsReported() {
        var dim = lit(FRONTAL, value -> value / 2);
        assertThat(guidance(paste(dim, 0.8, 0.5, 0xFFFFFFFF))).isEqualTo(Guidance.LESS_BACKLIGHT);
    }

    @Test
    void aMovingHeadIsNotTaken() {
        var session = session(CapturePlan.QUICK);
        var left = frame(FRONTAL, 0.8, 0.42);
        var right = frame(FRONTAL, 0.8, 0.58);
        var looks = new ArrayList<CaptureUpdate>();
        for (int i = 0; i < 6; i++) {
            looks.addAll(looks(session, i % 2 == 0 ? left : right, 1));
        }
        assertThat(looks.stream().flatMap(look -> look.taken().stream())).isEmpty();
        assertThat(looks.getLast().guidance()).isEqualTo(Guidance.HOLD_STILL);
    }

    @Test
    void aFaceLostForAFrameDoesNotMakeTheMessageFlicker() {
        var session = session(CapturePlan.QUICK);
        looks(session, frame(FRONTAL, 0.3, 0.5), 5);
        assertThat(looks(session, canvas(), 1).getLast().guidance()).isEqualTo(Guidance.CLOSER);
        assertThat(looks(session, canvas(), 4).getLast().guidance()).isEqualTo(Guidance.NO_FACE);
    }

    @Test
    void theShutterTakesTheNextFrameWhateverItsQuality() {
        var session = session(CapturePlan.STANDARD);
        session.captureNow();
        assertThat(looks(session, canvas(), 1).getLast().taken()).isEmpty();
        var far = frame(FRONTAL, 0.3, 0.5);
        var kept = looks(session, far, 1).getLast().taken().orElseThrow();
        assertThat(kept.pose()).contains(CapturePose.FRONTAL);
        assertThat(kept.pixels().argb()).isEqualTo(far.argb()).isNotSameAs(far.argb());
        assertThat(session.capturedCount()).isEqualTo(1);
        session.retake();
        assertThat(session.step()).contains(CapturePose.FRONTAL);
    }

    @Test
    void aPhotoThatWasRefusedIsTakenAgainBeforeTheNext() {
        var session = session(CapturePlan.STANDARD);
        looks(session, frame(FRONTAL, 0.8, 0.5), 10);
        looks(session, frame(LEFT, 0.8, 0.5), 10);
        session.recapture(CapturePose.FRONTAL);
        assertThat(session.step()).contains(CapturePose.FRONTAL);
        looks(session, frame(FRONTAL, 0.8, 0.5), 10);
        assertThat(session.step()).contains(CapturePose.RIGHT);
    }

    private static CaptureSession session(CapturePlan plan) {
        return new CaptureSession(VISION, CheckLimits.DEFAULT, plan);
    }

    private Guidance guidance(Pixels frame) {
        return looks(session(CapturePlan.QUICK), frame, 5).getLast().guidance();
    }

    private List<CaptureUpdate> looks(CaptureSession session, Pixels frame, int count) {
        var looks = new ArrayList<CaptureUpdate>();
        for (int i = 0; i < count; i++) {
            now = now.plus(FRAME);
            looks.add(session.processFrame(frame, now));
        }
        return looks;
    }

    private static Pixels frame(Pixels photo, double scale, double across) {
        return paste(photo, scale, across, 0xFF808080);
    }

    private static Pixels canvas() {
        var argb = new int[1280 * 720];
        Arrays.fill(argb, 0xFF808080);
        return new Pixels(1280, 720, argb);
    }

    /// A photo on a plain background.
    ///
    /// @param across position of its centre, as a fraction of the width
    private static Pixels paste(Pixels photo, double scale, double across, int wall) {
        var part = photo.scaled((int) (photo.width() * scale), (int) (photo.height() * scale));
        var argb = new int[1280 * 720];
        Arrays.fill(argb, wall);
        int left = (int) (1280 * across) - part.width() / 2;
        int top = (720 - part.height()) / 2;
        for (int y = 0; y < 720; y++) {
            for (int x = 0; x < 1280; x++) {
                int fromX = x - left;
                int fromY = y - top;
                if (fromX >= 0 && fromX < part.width() && fromY >= 0 && fromY < part.height()) {
                    argb[y * 1280 + x] = part.at(fromX, fromY);
                }
            }
        }
        return new Pixels(1280, 720, argb);
    }

    private static Pixels mirrored(Pixels photo) {
        var argb = new int[photo.argb().length];
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++) {
                argb[y * photo.width() + x] = photo.at(photo.width() - 1 - x, y);
            }
        }
        return new Pixels(photo.width(), photo.height(), argb);
    }

    private static Pixels lit(Pixels photo, IntUnaryOperator curve) {
        var argb = Arrays.stream(photo.argb())
                .map(pixel -> 0xFF000000
                        | curve.applyAsInt(pixel >> 16 & 0xFF) << 16
                        | curve.applyAsInt(pixel >> 8 & 0xFF) << 8
                        | curve.applyAsInt(pixel & 0xFF))
                .toArray();
        return new Pixels(photo.width(), photo.height(), argb);
    }

    private static Pixels sample(String name) {
        try {
            return new PhotoDecoder(PhotoLimits.DEFAULT).decode(Path.of("assets/samples", name));
        } catch (PhotoException e) {
            throw new AssertionError(name, e);
        }
    }
}
