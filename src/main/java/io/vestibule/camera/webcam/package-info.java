/// Webcams through the device interfaces of webcam-capture; its default driver is never used.
///
/// Owns nothing on disk. Imports only `camera`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.webcam;

import org.jspecify.annotations.NullMarked;
