/// Camera frames from JPEG: the JDK's reader everywhere, libturbojpeg where the system has it.
///
/// Owns nothing on disk. Imports only `camera`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.jpeg;

import org.jspecify.annotations.NullMarked;
