package io.vestibule.vision;

/// The full analysis of one face in a picture.
public record Face(FaceBox box, Landmarks landmarks, Pose pose, Quality quality, Eyes eyes, FaceVector vector) {}
