/// Webcams on Linux, by system calls of the kernel (Video4Linux2) over `java.lang.foreign`.
///
/// Owns nothing on disk. Imports only `camera`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.v4l2;

import org.jspecify.annotations.NullMarked;
