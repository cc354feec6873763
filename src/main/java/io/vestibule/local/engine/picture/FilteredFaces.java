package io.vestibule.local.engine.picture;

import io.vestibule.vision.Face;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rekognition.model.Reason;

/// The faces of a picture, divided by a quality filter.
///
/// @param accepted largest first
public record FilteredFaces(List<Face> accepted, List<RejectedFace> rejected) {

    public record RejectedFace(Face face, List<Reason> reasons) {}

    public static FilteredFaces of(ImageFaceDetector.AnalysedImage picture, QualityThreshold threshold) {
        var good = new ArrayList<Face>();
        var poor = new ArrayList<RejectedFace>();
        for (var face : picture.faces()) {
            var reasons = threshold.reasons(face);
            if (reasons.isEmpty()) {
                good.add(face);
            } else {
                poor.add(new RejectedFace(face, reasons));
            }
        }
        return new FilteredFaces(good, poor);
    }

    /// Accepts the `most` largest faces only; faces of low quality have been rejected before, in the order of the
    /// service.
    public FilteredFaces limitTo(int most) {
        if (accepted.size() <= most) {
            return this;
        }
        var cut = new ArrayList<>(rejected);
        accepted.subList(most, accepted.size())
                .forEach(face -> cut.add(new RejectedFace(face, List.of(Reason.EXCEEDS_MAX_FACES))));
        return new FilteredFaces(accepted.subList(0, most), cut);
    }
}
