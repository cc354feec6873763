package io.vestibule.check;

import io.vestibule.photo.FaceCrop;
import io.vestibule.photo.PhotoMaker;
import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import io.vestibule.vision.FaceBox;
import io.vestibule.vision.Vision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Judges photos for enrolment. A photo shows exactly one face; of a group photo one is picked and checked by itself.
///
/// A further face does not count if it is both too small to be recognised (below [CheckLimits.SizeLimits#refuseBelow])
/// and at most half as high as the largest: somebody far in the background. Every other one does.
///
/// Safe for use by many threads if the vision is.
public final class PhotoCheck {

    /// Room around a picked face, in face heights; less is tried only while another face is still in the picture.
    private static final double[] MARGINS = {1, 0.6, 0.35, 0.2};

    private final Vision vision;
    private final CheckLimits limits;
    private final FaceFindings measures;

    public PhotoCheck(Vision vision, CheckLimits limits) {
        this.vision = vision;
        this.limits = limits;
        this.measures = new FaceFindings(limits);
    }

    public Checked check(Pixels pixels) {
        Upright upright = Upright.of(pixels, vision, limits.size().score());
        List<Face> faces = counting(upright.faces());
        if (faces.isEmpty()) {
            return undecided(faces, Reason.NO_FACE, upright.pixels());
        }
        if (faces.size() > 1) {
            return undecided(faces, Reason.SEVERAL_FACES, upright.pixels());
        }
        return judged(faces.getFirst(), upright.pixels());
    }

    /// Checks one face of a group photo. Only the part around it is kept, so small that no other face that counts is in
    /// it
    /// if that can be done.
    ///
    /// @param pixels the [Checked#uprightPixels] in which the face was found
    /// @param picked one of [Checked#faces]
    public Checked checkFace(Pixels pixels, Face picked) {
        Checked last = undecided(List.of(), Reason.NO_FACE, pixels);
        for (double margin : MARGINS) {
            FaceBox box = picked.box();
            Pixels part = FaceCrop.aroundFace(pixels, box.x(), box.y(), box.width(), box.height(), margin);
            List<Face> faces = counting(vision.analyseAll(part, limits.size().score()));
            if (faces.size() == 1) {
                return judged(faces.getFirst(), part);
            }
            if (!faces.isEmpty()) {
                last = undecided(faces, Reason.SEVERAL_FACES, part);
            }
        }
        return last;
    }

    private Checked judged(Face face, Pixels pixels) {
        double shrunk = Math.min(1, (double) PhotoMaker.LONG_SIDE / Math.max(pixels.width(), pixels.height()));
        float height = (float) (face.box().height() * shrunk);
        return new Checked(List.of(face), Optional.of(face), measures.of(face, height), pixels);
    }

    private static Checked undecided(List<Face> faces, Reason reason, Pixels pixels) {
        return new Checked(faces, Optional.empty(), List.of(Finding.refuse(reason)), pixels);
    }

    private List<Face> counting(List<Face> faces) {
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
