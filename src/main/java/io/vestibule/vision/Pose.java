package io.vestibule.vision;

/// The head pose, in degrees; 0, 0, 0 is straight into the lens.
///
/// @param yaw above 0: the nose points to the left edge of the picture
/// @param pitch above 0: looking up
/// @param roll above 0: the head leans clockwise as seen in the picture
public record Pose(float yaw, float pitch, float roll) {}
