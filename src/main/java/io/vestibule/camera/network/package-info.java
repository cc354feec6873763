/// Cameras on the network that send MJPEG over HTTP or HTTPS, with Basic or Digest login.
///
/// Owns nothing on disk. Imports only `camera`, `photo` and `base`.
@NullMarked
package io.vestibule.camera.network;

import org.jspecify.annotations.NullMarked;
