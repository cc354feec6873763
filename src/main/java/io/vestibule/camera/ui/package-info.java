/// The live picture on screen: shown without a copy, dropped rather than queued, mirrored for the eye alone, and the
/// states of the camera in words.
///
/// Owns nothing on disk but which webcam was used. Imports `camera`, `photo`, `settings`, `base` and the furniture.
@NullMarked
package io.vestibule.camera.ui;

import org.jspecify.annotations.NullMarked;
