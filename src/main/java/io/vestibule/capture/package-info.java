/// From a running camera to photos taken: guidance for the person in front of it, poses, and which frame is kept.
/// Frames come in, guidance and photos come out; no camera and no screen in here.
///
/// Owns the settings `live.*`. Imports `check`, `camera`, `vision`, `photo`.
@NullMarked
package io.vestibule.capture;

import org.jspecify.annotations.NullMarked;
