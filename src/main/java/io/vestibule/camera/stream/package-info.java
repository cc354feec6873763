/// Cameras on the network that speak RTSP, and recordings played like a camera. Decoded by the room `clip`.
///
/// Owns nothing on disk. Imports only `camera`, `clip`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.stream;

import org.jspecify.annotations.NullMarked;
