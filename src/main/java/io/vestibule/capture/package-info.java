/// Live capture, from a running camera to photos: guidance for the person in front of it, poses, and the choice of
/// the best frame. Frames come in, guidance and photos come out; no camera and no screen in here.
///
/// Owns the settings `live.*`. Imports `check`, `camera`, `vision`, `photo`.
@NullMarked
package io.vestibule.capture;

import org.jspecify.annotations.NullMarked;
