package io.vestibule.vision;

import io.vestibule.photo.Pixels;
import java.util.List;

/// Port: face detection and analysis on this computer. Thread-safe; models are loaded at the first call that needs
/// them.
public interface Vision extends AutoCloseable {

    /// Name of the model set: stored with every vector, so that vectors of two models are never compared.
    String engine();

    /// How the vectors are compared; the name of its scale is stored with every score.
    Cohort cohort();

    /// The model and its comparison as one value.
    default VectorModel vectorModel() {
        return new VectorModel(engine(), cohort());
    }

    /// Faces with a score of at least `minimumScore`, highest first. Finds faces from about 8 % of the picture's
    /// height.
    List<FaceBox> detect(Pixels pixels, float minimumScore);

    /// Like [#detect], and again on overlapping tiles, for group photos with small faces; uncertain detections
    /// whose vector is as short as that of a pattern are filtered out. Largest first.
    List<Face> analyseAll(Pixels pixels, float minimumScore);

    /// Landmarks, pose, quality, eyes and vector of the face in `box`.
    ///
    /// @throws IllegalArgumentException if no part of the box is in the picture
    Face analyse(Pixels pixels, FaceBox box);

    /// Landmarks only, for live guidance: at a twentieth of the cost of [#analyse].
    Landmarks landmarks(Pixels pixels, FaceBox box);

    /// The head pose, for live guidance: at a quarter of the cost of [#analyse].
    ///
    /// @param landmarks of the same face, see [#landmarks]
    Pose pose(Pixels pixels, FaceBox box, Landmarks landmarks);

    /// The rotation that turns the picture's faces upright. Faces in a picture that lies on its side are detected but
    /// not recognised, so callers with a file of unknown orientation call this first.
    ///
    /// @return quarter turns clockwise, 0..3, as [Pixels#turned] takes them; 0 also if there is no face at all
    int uprightTurns(Pixels pixels);

    @Override
    void close();
}
