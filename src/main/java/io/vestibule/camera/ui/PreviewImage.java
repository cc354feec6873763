package io.vestibule.camera.ui;

import javafx.scene.image.Image;

/// The current camera picture, for display. The image is one of a few that are reused in turn, so do not keep a
/// reference to it.
///
/// @param width,height of the camera's picture
/// @param fitted whether the image is mirrored and scaled to its display size already
public record PreviewImage(Image image, int width, int height, boolean fitted) {}
