/// The console's cameras: webcams, network cameras, folders of pictures. [io.vestibule.camera.Camera] is the port
/// that screens use, [io.vestibule.camera.FailoverCamera] implements it over the [io.vestibule.camera.CameraDriver]s,
/// one package each. `CameraSession` reconnects to a lost camera, two seconds after each
/// attempt. Frames are leased, older ones are dropped for the newest, and none is ever sent or stored from
/// here.
///
/// Owns nothing on disk. Imports only `photo`, `base` and `settings`.
@NullMarked
package io.vestibule.camera;

import org.jspecify.annotations.NullMarked;
