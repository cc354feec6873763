/// The live picture on screen: shown without a copy, dropped rather than queued, mirrored for display only, and the
/// states of the camera as text.
///
/// Owns nothing on disk; stores only the setting which webcam was used. Imports `camera`, `photo`, `settings`, `base`
/// and `ui`.
@NullMarked
package io.vestibule.camera.ui;

import org.jspecify.annotations.NullMarked;
