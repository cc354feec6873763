package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import java.util.List;

/// The eyes of this machine. Safe for use by many threads; models are loaded at the first call that needs them.
public interface Vision extends AutoCloseable {

    /// Which models see: goes beside every score that is stored, so that scores of two engines are never mixed.
    String engine();

    /// Faces at least `minimumScore` sure, best first. Finds faces from about 8 % of the picture's height.
    List<FaceBox> detect(Pixels pixels, float minimumScore);

    /// Like [#detect], and again on overlapping quarters, for group photos with small faces; false boxes weeded out.
    /// Largest first.
    List<Face> analyseAll(Pixels pixels, float minimumScore);

    /// Points, pose, quality, eyes and vector of the face in `box`.
    Face analyse(Pixels pixels, FaceBox box);

    /// Points and pose alone, for live guidance: a tenth of the cost of [#analyse].
    Landmarks landmarks(Pixels pixels, FaceBox box);

    Pose pose(Pixels pixels, FaceBox box, Landmarks landmarks);

    @Override
    void close();
}
