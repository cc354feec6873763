package io.vestibule.check;

import io.vestibule.vision.Eyes;
import io.vestibule.vision.Face;
import io.vestibule.vision.Pose;
import io.vestibule.vision.Quality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with one face, by its measures alone.
final class FaceFindings {

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::reason);

    private final CheckLimits limits;

    FaceFindings(CheckLimits limits) {
        this.limits = limits;
    }

    /// @param height of the face in pixels of the photo that will be kept
    List<Finding> of(Face face, float height) {
        List<Finding> findings = new ArrayList<>();
        below(
                findings,
                Reason.TOO_SMALL,
                height,
                limits.size().refuseBelow(),
                limits.size().warnBelow());
        light(findings, face.quality());
        sharpness(findings, face.quality());
        pose(findings, face.pose());
        eyes(findings, face.eyes(), height);
        template(findings, face);
        findings.sort(WORST_FIRST);
        return findings;
    }

    private void light(List<Finding> findings, Quality quality) {
        var light = limits.light();
        below(findings, Reason.TOO_DARK, quality.brightness(), light.refuseDarker(), light.warnDarker());
        above(findings, Reason.TOO_BRIGHT, quality.brightness(), light.warnBrighter(), light.refuseBrighter());
        if (quality.contrast() < light.contrast()) {
            findings.add(Finding.warn(Reason.LOW_CONTRAST));
        }
        if (Math.abs(quality.sideLight()) > light.side()) {
            findings.add(Finding.warn(Reason.SIDE_LIGHT));
        }
    }

    private void sharpness(List<Finding> findings, Quality quality) {
        var sharpness = limits.sharpness();
        float part = quality.contrast() < sharpness.halvedBelow() ? 0.5f : 1;
        below(
                findings,
                Reason.BLURRED,
                quality.sharpness(),
                part * sharpness.refuseBelow(),
                part * sharpness.warnBelow());
    }

    private void pose(List<Finding> findings, Pose pose) {
        var bars = limits.pose();
        above(findings, Reason.TURNED_AWAY, Math.abs(pose.yaw()), bars.warnYaw(), bars.refuseYaw());
        above(findings, Reason.LOOKING_UP, pose.pitch(), bars.warnPitch(), bars.refuseUp());
        above(findings, Reason.LOOKING_DOWN, -pose.pitch(), bars.warnPitch(), bars.refuseDown());
        above(findings, Reason.TILTED, Math.abs(pose.roll()), bars.warnRoll(), bars.refuseRoll());
    }

    private void eyes(List<Finding> findings, Eyes eyes, float height) {
        var bars = limits.eyes();
        boolean closed = Math.min(eyes.leftClosed(), eyes.rightClosed()) > bars.probability();
        if (height >= bars.minFaceHeight() && closed && eyes.aspect() < bars.aspect()) {
            findings.add(Finding.warn(Reason.EYES_CLOSED));
        }
    }

    /// A head in half profile misses the template by itself; then the turn is the finding, not the points.
    private void template(List<Finding> findings, Face face) {
        var bars = limits.template();
        below(findings, Reason.WEAK_TEMPLATE, face.quality().norm(), bars.refuseBelow(), bars.warnBelow());
        boolean frontal = Math.abs(face.pose().yaw()) <= limits.pose().warnYaw();
        if (frontal && face.quality().residual() > bars.residual()) {
            findings.add(Finding.warn(Reason.LANDMARKS_UNSURE));
        }
    }

    private static void below(List<Finding> findings, Reason reason, float value, float refuse, float warn) {
        if (value < refuse) {
            findings.add(Finding.refuse(reason));
        } else if (value < warn) {
            findings.add(Finding.warn(reason));
        }
    }

    private static void above(List<Finding> findings, Reason reason, float value, float warn, float refuse) {
        if (value > refuse) {
            findings.add(Finding.refuse(reason));
        } else if (value > warn) {
            findings.add(Finding.warn(reason));
        }
    }
}
