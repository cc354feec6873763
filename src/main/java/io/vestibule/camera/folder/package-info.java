/// A camera that plays a folder of pictures, for the demo and for tests.
///
/// Owns nothing on disk. Imports only `camera`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.folder;

import org.jspecify.annotations.NullMarked;
