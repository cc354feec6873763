package io.vestibule.check;

import io.vestibule.photo.Pixels;
import io.vestibule.vision.Face;
import java.util.List;
import java.util.Optional;

/// The result of a photo check.
///
/// @param faces every usable face, largest first, in pixels of `uprightPixels`; small faces in the background are
///     left out, see [PhotoCheck]
/// @param face the one that would be enrolled; empty while there is none or one has to be picked
/// @param findings the faults, rejections first; empty for a good photo
/// @param uprightPixels the picture to use: turned upright, and for a picked face only the part around it
public record PhotoCheckResult(List<Face> faces, Optional<Face> face, List<Finding> findings, Pixels uprightPixels) {

    public PhotoCheckResult {
        faces = List.copyOf(faces);
        findings = List.copyOf(findings);
    }

    /// Whether it may be enrolled; warnings do not prevent that.
    public boolean accepted() {
        return face.isPresent() && findings.stream().noneMatch(Finding::refuses);
    }

    /// Whether the user must pick one of [#faces] first.
    public boolean mustPick() {
        return face.isEmpty() && faces.size() > 1;
    }
}
