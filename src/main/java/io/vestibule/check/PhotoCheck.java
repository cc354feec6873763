package io.vestibule.check;

import io.vestibule.photo.FaceCrop;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.Cohort;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.Vision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Checks photos for enrolment. A photo has to show exactly one face; in a group photo one face is picked and checked
/// separately.
///
/// A further face does not count if it is both too small to be recognised (below
/// [CheckLimits.SizeLimits#refuseBelow]) and at most half as high as the largest: a person far in the background.
/// Every other one does.
///
/// Thread-safe if the vision is.
public final class PhotoCheck {

    /// Margins around a picked face, in face heights; a smaller one is tried only while another face is still in the
    /// picture.
    private static final double[] MARGINS = {1, 0.6, 0.35, 0.2};

    private final Vision vision;
    private final CheckLimits limits;
    private final FaceQualityEvaluator faceEvaluator;

    public PhotoCheck(Vision vision, CheckLimits limits) {
        this.vision = vision;
        this.limits = limits;
        this.faceEvaluator = new FaceQualityEvaluator(limits);
    }

    /// Compares photos by the vectors of the same models.
    public PhotoConsistencyCheck consistency() {
        return new PhotoConsistencyCheck(vision.cohort());
    }

    /// How the vectors of these models are compared.
    public Cohort cohort() {
        return vision.cohort();
    }

    /// A picture that is rotated by 90 or 180 degrees is turned upright first: its faces are detected as it is, but
    /// their vectors are useless. Of a large picture with a small face only the part around the face is kept, since
    /// scaling the whole picture would make the face too small.
    public PhotoCheckResult check(Pixels pixels) {
        Pixels upright = pixels.turned(vision.uprightTurns(pixels));
        List<Face> faces =
                relevantFaces(vision.analyseAll(upright, limits.size().score()));
        if (faces.isEmpty()) {
            return withoutFace(faces, Reason.NO_FACE, upright);
        }
        if (faces.size() > 1) {
            return withoutFace(faces, Reason.SEVERAL_FACES, upright);
        }
        Face face = faces.getFirst();
        boolean lostWhenScaled = keptHeight(face, upright)
                < Math.min(face.box().height(), limits.size().warnBelow());
        return lostWhenScaled ? checkFace(upright, face) : judged(face, upright);
    }

    /// Checks one face of a group photo. Only the part around it is kept, if possible cropped so tightly that it
    /// contains no other face that counts.
    ///
    /// @param pixels the [PhotoCheckResult#uprightPixels] in which the face was found
    /// @param picked one of [PhotoCheckResult#faces]
    public PhotoCheckResult checkFace(Pixels pixels, Face picked) {
        PhotoCheckResult last = withoutFace(List.of(), Reason.NO_FACE, pixels);
        for (double margin : MARGINS) {
            FaceBox box = picked.box();
            Pixels part = FaceCrop.aroundFace(pixels, box.x(), box.y(), box.width(), box.height(), margin);
            List<Face> faces =
                    relevantFaces(vision.analyseAll(part, limits.size().score()));
            if (faces.size() == 1) {
                return judged(faces.getFirst(), part);
            }
            if (!faces.isEmpty()) {
                last = withoutFace(faces, Reason.SEVERAL_FACES, part);
            }
        }
        return last;
    }

    private PhotoCheckResult judged(Face face, Pixels pixels) {
        List<Finding> findings = faceEvaluator.evaluate(face, keptHeight(face, pixels));
        return new PhotoCheckResult(List.of(face), Optional.of(face), findings, pixels);
    }

    /// Height of the face in the photo that is created from the picture.
    private static float keptHeight(Face face, Pixels pixels) {
        float most = Math.max(pixels.width(), pixels.height());
        return face.box().height() * Math.min(1, PhotoEncoder.LONG_SIDE / most);
    }

    private static PhotoCheckResult withoutFace(List<Face> faces, Reason reason, Pixels pixels) {
        return new PhotoCheckResult(faces, Optional.empty(), List.of(Finding.refuse(reason)), pixels);
    }

    private List<Face> relevantFaces(List<Face> faces) {
        float largest = faces.stream()
                .map(face -> face.box().height())
                .max(Comparator.naturalOrder())
                .orElse(0f);
        return faces.stream()
                .filter(face -> face.box().height() >= limits.size().refuseBelow()
                        || face.box().height() > largest / 2)
                .toList();
    }
}
