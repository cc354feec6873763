package io.vestibule.bulk;

import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.PhotoIntake.IntakeResult;
import io.vestibule.vision.Face;
import java.util.Comparator;
import java.util.Optional;

/// The face of a group photo that a person picked for a row: where it is, in pixels of the upright picture.
public record FacePick(float x, float y, float width, float height) {

    public static FacePick of(Face face) {
        var box = face.box();
        return new FacePick(box.x(), box.y(), box.width(), box.height());
    }

    /// Reads a photo, and takes the picked face if it has several.
    static IntakeResult process(PhotoIntake intake, byte[] bytes, Optional<FacePick> pick) {
        var result = intake.process(bytes);
        return pick.isPresent() && result instanceof IntakeResult.MultipleFaces several
                ? pick.get()
                        .find(several)
                        .map(face -> intake.processSelectedFace(several, face))
                        .orElse(result)
                : result;
    }

    /// Empty if there is no face where it was: it is another photo.
    private Optional<Face> find(IntakeResult.MultipleFaces several) {
        return several.faces().stream()
                .min(Comparator.comparingDouble(this::distance))
                .filter(face -> distance(face) < Math.max(width, height) / 2);
    }

    private double distance(Face face) {
        var box = face.box();
        return Math.hypot(box.centreX() - (x + width / 2), box.centreY() - (y + height / 2));
    }
}
