package io.vestibule.vision;

/// Quality measures of the picture of a face. All but the first two are taken from the aligned 112 x 112 gray crop.
///
/// @param norm length of the face vector before normalisation: the best single measure; about 2.3..5
/// @param residual root mean square distance of the five points from the template, in its pixels; above 7 the
///     landmarks are wrong or the head is in profile
/// @param sharpness variance of the Laplacian
/// @param brightness mean, 0..255
/// @param contrast standard deviation, 0..128
/// @param sideLight mean of the left half minus mean of the right half, -255..255
public record Quality(float norm, float residual, float sharpness, float brightness, float contrast, float sideLight) {}
