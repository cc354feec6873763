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
    ///
    /// @throws IllegalArgumentException if no part of the box is in the picture
    Face analyse(Pixels pixels, FaceBox box);

    /// Points alone, for live guidance: at a twentieth of the cost of [#analyse].
    Landmarks landmarks(Pixels pixels, FaceBox box);

    /// How the head is turned, for live guidance: at a quarter of the cost of [#analyse].
    ///
    /// @param landmarks of the same face, see [#landmarks]
    Pose pose(Pixels pixels, FaceBox box, Landmarks landmarks);

    /// How the picture must be turned for its faces to stand upright. Faces in a picture that lies on its side are
    /// found but not recognised, so whoever reads a file of doubtful orientation asks here first.
    ///
    /// @return quarter turns clockwise, 0..3, as [Pixels#turned] takes them; 0 also if there is no face at all
    int uprightTurns(Pixels pixels);

    @Override
    void close();
}
