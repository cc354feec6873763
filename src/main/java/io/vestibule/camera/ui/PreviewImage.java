package io.vestibule.camera.ui;

import javafx.scene.image.Image;

/// What the camera sees now, for the screen. The image is one of a few that are used in turn, so it is shown and never
/// kept.
///
/// @param width,height of the camera's picture
/// @param fitted whether the image is mirrored already and has the pixels of its place on the screen
public record PreviewImage(Image image, int width, int height, boolean fitted) {}
