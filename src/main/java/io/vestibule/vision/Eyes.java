package io.vestibule.vision;

/// State of both eyes ("left" is left in the picture).
///
/// @param leftClosed probability that the left eye is closed, 0..1; unreliable below 200 pixels of face height
/// @param rightClosed the same for the right eye
/// @param aspect mean eye aspect ratio from the landmarks: open about 0.27, closed 0.12 to 0.14
public record Eyes(float leftClosed, float rightClosed, float aspect) {}
