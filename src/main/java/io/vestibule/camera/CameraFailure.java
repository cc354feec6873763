package io.vestibule.camera;

import io.vestibule.base.Failure;

/// Why there is no picture. The words of each code are in this room's bundle.
public sealed interface CameraFailure extends Failure {

    /// No camera is connected.
    @Code("camera.none")
    record NoCamera() implements CameraFailure {}

    /// Another program has the camera.
    @Code("camera.in-use")
    record InUse() implements CameraFailure {}

    /// The system does not let this program use the camera.
    @Code("camera.denied")
    record Denied() implements CameraFailure {}

    /// The camera went away while it was running: unplugged, or its connection ended.
    @Code("camera.lost")
    record Lost() implements CameraFailure {}

    /// The camera is there and sends nothing.
    @Code("camera.stalled")
    record Stalled() implements CameraFailure {}

    /// The camera opens and offers nothing that can be shown, or answers its own calls wrongly.
    ///
    /// @param number the system's own number for it; 0 if there is none
    @Code("camera.unusable")
    record Unusable(int number) implements CameraFailure {}

    /// The network camera answered, and not with a picture.
    ///
    /// @param status of HTTP
    @Code("camera.server-refused")
    record ServerRefused(int status) implements CameraFailure {}

    /// The network camera wants a user name and a password, or other ones.
    @Code("camera.login-needed")
    record LoginNeeded() implements CameraFailure {}

    /// Nobody answers at the address of the network camera.
    @Code("camera.unreachable")
    record Unreachable() implements CameraFailure {}

    /// The network camera could not prove by its certificate who it is; no login was sent.
    @Code("camera.not-trusted")
    record NotTrusted() implements CameraFailure {}

    /// Plain HTTP to another machine, and nobody has accepted that. Nothing was sent.
    @Code("camera.not-encrypted")
    record NotEncrypted() implements CameraFailure {}
}
