package io.vestibule.check;

import io.vestibule.vision.Eyes;
import io.vestibule.vision.Face;
import io.vestibule.vision.Pose;
import io.vestibule.vision.Quality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Evaluates the quality of one face from its measures alone. A finding that only follows from another one is
/// suppressed: for a dark photo the advice is more light, and blur cannot be measured in the dark.
public final class FaceQualityEvaluator {

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::reason);

    private final CheckLimits limits;

    public FaceQualityEvaluator(CheckLimits limits) {
        this.limits = limits;
    }

    /// @param height of the face in pixels of the final photo
    public List<Finding> evaluate(Face face, float height) {
        List<Finding> findings = new ArrayList<>();
        light(findings, face.quality());
        sharpness(findings, face.quality());
        if (findings.isEmpty()) {
            eyes(findings, face.eyes(), height);
        }
        sideLight(findings, face.quality());
        below(
                findings,
                Reason.TOO_SMALL,
                height,
                limits.size().refuseBelow(),
                limits.size().warnBelow());
        pose(findings, face.pose());
        landmarks(findings, face);
        template(findings, face.quality());
        findings.sort(WORST_FIRST);
        return findings;
    }

    private void light(List<Finding> findings, Quality quality) {
        var light = limits.light();
        below(findings, Reason.TOO_DARK, quality.brightness(), light.refuseDarker(), light.warnDarker());
        above(findings, Reason.TOO_BRIGHT, quality.brightness(), light.warnBrighter(), light.refuseBrighter());
        if (findings.isEmpty() && quality.contrast() < light.contrast()) {
            findings.add(Finding.warn(Reason.LOW_CONTRAST));
        }
    }

    private void sideLight(List<Finding> findings, Quality quality) {
        if (Math.abs(quality.sideLight()) > limits.light().side()) {
            findings.add(Finding.warn(Reason.SIDE_LIGHT));
        }
    }

    /// Not evaluated in the dark, where every face measures as blurred.
    private void sharpness(List<Finding> findings, Quality quality) {
        if (quality.brightness() < limits.light().warnDarker()) {
            return;
        }
        var sharpness = limits.sharpness();
        float part = quality.contrast() < sharpness.halvedBelow() ? 0.5f : 1;
        float refuse = part * sharpness.refuseBelow();
        below(findings, Reason.BLURRED, quality.sharpness(), refuse, part * sharpness.warnBelow());
    }

    /// With a strong roll, the other two angles are measured wrongly.
    private void pose(List<Finding> findings, Pose pose) {
        var bars = limits.pose();
        float roll = Math.abs(pose.roll());
        above(findings, Reason.TILTED, roll, bars.warnRoll(), bars.refuseRoll());
        if (roll <= bars.refuseRoll()) {
            above(findings, Reason.TURNED_AWAY, Math.abs(pose.yaw()), bars.warnYaw(), bars.refuseYaw());
            above(findings, Reason.LOOKING_UP, pose.pitch(), bars.warnPitch(), bars.refuseUp());
            above(findings, Reason.LOOKING_DOWN, -pose.pitch(), bars.warnPitch(), bars.refuseDown());
        }
    }

    /// Evaluated only for a sharp face in good light: in others the eye model nearly always reports closed eyes.
    private void eyes(List<Finding> findings, Eyes eyes, float height) {
        var bars = limits.eyes();
        boolean closed = Math.min(eyes.leftClosed(), eyes.rightClosed()) > bars.probability();
        if (height >= bars.minFaceHeight() && closed && eyes.aspect() < bars.aspect()) {
            findings.add(Finding.warn(Reason.EYES_CLOSED));
        }
    }

    /// A head in half profile deviates from the template anyway; then the turn is the finding, not the landmarks.
    private void landmarks(List<Finding> findings, Face face) {
        boolean frontal = Math.abs(face.pose().yaw()) <= limits.pose().warnYaw();
        if (frontal && face.quality().residual() > limits.template().residual()) {
            findings.add(Finding.warn(Reason.LANDMARKS_UNSURE));
        }
    }

    /// The warning is added only if there is no other finding, whose advice would be more specific.
    private void template(List<Finding> findings, Quality quality) {
        var bars = limits.template();
        if (quality.norm() < bars.refuseBelow() || findings.isEmpty()) {
            below(findings, Reason.WEAK_TEMPLATE, quality.norm(), bars.refuseBelow(), bars.warnBelow());
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
