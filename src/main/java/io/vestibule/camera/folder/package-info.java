/// A folder of pictures that plays as a camera, for the demo and for tests.
///
/// Owns nothing on disk. Imports only `camera`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.folder;

import org.jspecify.annotations.NullMarked;
