package io.vestibule.vision;

/// Everything that is known about one face in a picture.
public record Face(FaceBox box, Landmarks landmarks, Pose pose, Quality quality, Eyes eyes, FaceVector vector) {}
