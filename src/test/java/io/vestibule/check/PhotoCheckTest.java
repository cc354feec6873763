package io.vestibule.check;

import static io.vestibule.check.Degraded.blur;
import static io.vestibule.check.Degraded.lean;
import static io.vestibule.check.Degraded.light;
import static io.vestibule.check.Degraded.onWall;
import static io.vestibule.check.Degraded.sample;
import static io.vestibule.check.Degraded.shrink;
import static io.vestibule.check.Degraded.sideBySide;
import static io.vestibule.check.Degraded.sideLight;
import static io.vestibule.check.Degraded.warp;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.check.CheckLimits.PoseLimits;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.ModelSet;
import io.vestibule.vision.OnnxVision;
import io.vestibule.vision.Vision;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real pictures through the real models. Each reason is provoked by degrading a good photo in a way that happens in
/// practice.
class PhotoCheckTest {

    private static final Vision VISION = OnnxVision.open(ModelSet.shipped());
    private static final PhotoCheck CHECK = new PhotoCheck(VISION, CheckLimits.DEFAULT);

    @AfterAll
    static void close() {
        VISION.close();
    }

    private static Finding warn(Reason reason) {
        return new Finding(reason, Severity.WARN);
    }

    private static Finding refuse(Reason reason) {
        return new Finding(reason, Severity.REFUSE);
    }

    private static Pixels good() {
        return sample("sample-person-1/1.jpg");
    }

    private static Face faceOf(Pixels pixels) {
        return CHECK.check(pixels).face().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "2,1", "2,2", "2,3", "3,1", "3,2", "3,3"})
    void acceptsTheSamplePeople(int person, int photo) {
        PhotoCheckResult photoCheckResult = CHECK.check(sample("sample-person-" + person + "/" + photo + ".jpg"));
        assertThat(photoCheckResult.findings()).isEmpty();
        assertThat(photoCheckResult.accepted()).isTrue();
    }

    @Test
    void aWallHasNoFace() {
        int[] wall = new int[640 * 480];
        Arrays.fill(wall, 0xFF8090A0);
        PhotoCheckResult photoCheckResult = CHECK.check(new Pixels(640, 480, wall));
        assertThat(photoCheckResult.findings()).containsExactly(refuse(Reason.NO_FACE));
        assertThat(photoCheckResult.accepted()).isFalse();
        assertThat(photoCheckResult.mustPick()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPictureThatLiesIsSetUpright(int quarterTurns) {
        PhotoCheckResult photoCheckResult = CHECK.check(good().turned(quarterTurns));
        assertThat(photoCheckResult.accepted()).isTrue();
        assertThat(photoCheckResult.uprightPixels().argb()).isEqualTo(good().argb());
        assertThat(photoCheckResult
                        .face()
                        .orElseThrow()
                        .vector()
                        .cosine(faceOf(good()).vector()))
                .isGreaterThan(0.99f);
    }

    @Test
    void tooSmall() {
        assertThat(CHECK.check(shrink(good(), 0.25)).findings()).containsExactly(warn(Reason.TOO_SMALL));
        PhotoCheckResult tiny = CHECK.check(shrink(good(), 0.15));
        assertThat(tiny.findings()).containsExactly(refuse(Reason.TOO_SMALL));
        assertThat(tiny.accepted()).isFalse();
    }

    @Test
    void tooDark() {
        assertThat(CHECK.check(light(good(), v -> v * 0.3)).findings()).containsExactly(warn(Reason.TOO_DARK));
        assertThat(CHECK.check(light(good(), v -> v * 0.16)).findings()).containsExactly(refuse(Reason.TOO_DARK));
    }

    @Test
    void tooBright() {
        assertThat(CHECK.check(light(good(), v -> v + 100)).findings()).containsExactly(warn(Reason.TOO_BRIGHT));
        assertThat(CHECK.check(light(good(), v -> v + 130)).findings()).containsExactly(refuse(Reason.TOO_BRIGHT));
    }

    @Test
    void blurred() {
        assertThat(CHECK.check(blur(good(), 12)).findings()).containsExactly(warn(Reason.BLURRED));
        assertThat(CHECK.check(blur(good(), 16)).findings()).containsExactly(refuse(Reason.BLURRED));
        assertThat(CHECK.check(sample("too-blurred.jpg")).findings()).containsExactly(refuse(Reason.BLURRED));
    }

    @Test
    void lowContrast() {
        Pixels washedOut = light(good(), v -> 130 + (v - 130) * 0.35);
        assertThat(CHECK.check(washedOut).findings()).containsExactly(warn(Reason.LOW_CONTRAST));
    }

    @Test
    void sideLightOnly() {
        Pixels stranger = sample("stranger.jpg");
        var box = faceOf(stranger).box();
        Pixels lit = sideLight(stranger, box.x(), box.width(), 0.3);
        assertThat(CHECK.check(lit).findings()).containsExactly(warn(Reason.SIDE_LIGHT));
    }

    @Test
    void tilted() {
        assertThat(CHECK.check(lean(good(), 25)).findings()).containsExactly(warn(Reason.TILTED));
        assertThat(CHECK.check(lean(good(), -25)).findings()).containsExactly(warn(Reason.TILTED));
        assertThat(CHECK.check(lean(good(), 55)).findings()).containsExactly(refuse(Reason.TILTED));
    }

    @Test
    void turnedAway() {
        PhotoCheckResult group = CHECK.check(sample("group.jpg"));
        Face turned = group.faces().stream()
                .filter(face -> Math.abs(face.pose().yaw()) > 20)
                .findFirst()
                .orElseThrow();
        assertThat(CHECK.checkFace(group.uprightPixels(), turned).findings()).containsExactly(warn(Reason.TURNED_AWAY));
        var stricter = new PhotoCheck(VISION, withPose(new PoseLimits(10, 18, 15, 30, 45, 15, 45)));
        assertThat(stricter.checkFace(group.uprightPixels(), turned).findings())
                .containsExactly(refuse(Reason.TURNED_AWAY));
    }

    @Test
    void lookingDown() {
        Pixels bent = keystone(sample("sample-person-3/1.jpg"), 1);
        assertThat(CHECK.check(bent).findings()).containsExactly(warn(Reason.LOOKING_DOWN));
    }

    /// No sample looks up by more than 7 degrees, so the limit is set there.
    @Test
    void lookingUp() {
        Pixels tippedBack = keystone(good(), -1);
        var stricter = new PhotoCheck(VISION, withPose(new PoseLimits(20, 45, 4, 30, 45, 15, 45)));
        assertThat(stricter.check(tippedBack).findings()).containsExactly(warn(Reason.LOOKING_UP));
        assertThat(CHECK.check(tippedBack).findings()).isEmpty();
    }

    @Test
    void eyesClosedIsAWarningOfLargeFacesOnly() {
        Pixels closed = eyelidsDown(good());
        assertThat(CHECK.check(closed).findings()).containsExactly(warn(Reason.EYES_CLOSED));
        assertThat(CHECK.check(closed).accepted()).isTrue();
        assertThat(CHECK.check(shrink(closed, 0.4)).findings()).isEmpty();
    }

    @Test
    void landmarksUnsure() {
        Pixels narrow =
                warp(good(), (int) (good().width() * 0.45), good().height(), (x, y) -> new double[] {x / 0.45, y});
        assertThat(CHECK.check(narrow).findings()).containsExactly(warn(Reason.LANDMARKS_UNSURE));
    }

    @Test
    void weakTemplate() {
        Pixels stranger = sample("stranger.jpg");
        double nose = faceOf(stranger).landmarks().y(30);
        Pixels slanted =
                warp(stranger, stranger.width(), stranger.height(), (x, y) -> new double[] {x - 0.56 * (y - nose), y});
        assertThat(CHECK.check(slanted).findings()).containsExactly(warn(Reason.WEAK_TEMPLATE));
        Pixels gone = blur(sample("sample-person-3/1.jpg"), 19);
        assertThat(CHECK.check(gone).findings()).contains(refuse(Reason.WEAK_TEMPLATE));
    }

    @Test
    void severalFacesCarriesThemForThePicker() {
        PhotoCheckResult photoCheckResult = CHECK.check(sideBySide(good(), sample("sample-person-3/1.jpg")));
        assertThat(photoCheckResult.findings()).containsExactly(refuse(Reason.SEVERAL_FACES));
        assertThat(photoCheckResult.mustPick()).isTrue();
        assertThat(photoCheckResult.faces()).hasSize(2);
        assertThat(photoCheckResult.faces().getFirst().box().height())
                .isGreaterThan(photoCheckResult.faces().getLast().box().height());
    }

    @Test
    void aPersonFarInTheBackgroundDoesNotCount() {
        Pixels passerBy = shrink(sample("sample-person-3/1.jpg"), 0.2);
        PhotoCheckResult photoCheckResult = CHECK.check(sideBySide(good(), passerBy));
        assertThat(photoCheckResult.accepted()).isTrue();
        assertThat(CHECK.check(sideBySide(good(), shrink(sample("sample-person-3/1.jpg"), 0.4)))
                        .mustPick())
                .isTrue();
    }

    @Test
    void ofAGroupOnlyThePartAroundThePickedFaceIsKept() {
        PhotoCheckResult group = CHECK.check(sample("group.jpg"));
        assertThat(group.faces()).hasSize(4);
        for (Face face : group.faces()) {
            PhotoCheckResult picked = CHECK.checkFace(group.uprightPixels(), face);
            assertThat(picked.accepted()).isTrue();
            assertThat(picked.faces()).hasSize(1);
            assertThat(picked.uprightPixels().width()).isLessThan(700);
            assertThat(picked.face().orElseThrow().vector().cosine(face.vector()))
                    .isGreaterThan(0.9f);
        }
    }

    @Test
    void aSmallFaceInALargePictureIsCutOutRatherThanScaledAway() {
        Pixels scene = onWall(shrink(good(), 0.4), 3900, 2900);
        PhotoCheckResult photoCheckResult = CHECK.check(scene);
        assertThat(photoCheckResult.findings()).isEmpty();
        assertThat(photoCheckResult.uprightPixels().width()).isLessThan(600);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsWords(Reason reason) {
        ResourceBundle words = ResourceBundle.getBundle("io.vestibule.check.strings");
        assertThat(words.getString(reason.whatKey())).endsWith(".");
        assertThat(words.getString(reason.adviceKey())).endsWith(".");
    }

    private static CheckLimits withPose(PoseLimits pose) {
        CheckLimits limits = CheckLimits.DEFAULT;
        return new CheckLimits(
                limits.size(), limits.template(), limits.sharpness(), limits.light(), pose, limits.eyes());
    }

    /// Wider below the nose than above it, or the other way round: like a head that is bent forwards or tipped back.
    private static Pixels keystone(Pixels pixels, double strength) {
        Face face = faceOf(pixels);
        double x0 = face.landmarks().x(30);
        double y0 = face.landmarks().y(30);
        double height = face.box().height();
        return warp(pixels, pixels.width(), pixels.height(), (x, y) ->
                new double[] {x0 + (x - x0) * Math.max(0.2, 1 + strength * (y - y0) / height), y});
    }

    /// The eyes compressed to a fifth of their height.
    private static Pixels eyelidsDown(Pixels pixels) {
        Face face = faceOf(pixels);
        var points = face.landmarks();
        double eyes = (points.y(37) + points.y(41) + points.y(43) + points.y(47)) / 4;
        double reach = 0.15 * face.box().height();
        return warp(pixels, pixels.width(), pixels.height(), (x, y) -> {
            double t = Math.abs(y - eyes) / reach;
            double from = t >= 1 ? t : Math.min(1, 5 * t * (1 - t) + t * t);
            return new double[] {x, eyes + Math.signum(y - eyes) * reach * from};
        });
    }
}
