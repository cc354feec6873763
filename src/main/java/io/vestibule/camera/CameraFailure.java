package io.vestibule.camera;

import io.vestibule.base.Failure;

/// Why there is no picture. Each case maps to a [Problem] whose texts are in this package's bundle.
public sealed interface CameraFailure extends Failure {

    /// No camera is connected.
    @Code("camera.none")
    record NoCamera() implements CameraFailure {}

    /// Another program is using the camera.
    @Code("camera.in-use")
    record InUse() implements CameraFailure {}

    /// The operating system denies this program access to the camera.
    @Code("camera.denied")
    record Denied() implements CameraFailure {}

    /// The camera was lost while it was running: unplugged, or disconnected.
    @Code("camera.lost")
    record Lost() implements CameraFailure {}

    /// The camera is connected but sends nothing.
    @Code("camera.stalled")
    record Stalled() implements CameraFailure {}

    /// The camera opens but offers no usable format, or answers its own calls wrongly.
    ///
    /// @param number error number of the system; 0 if there is none
    @Code("camera.unusable")
    record Unusable(int number) implements CameraFailure {}

    /// The network camera answered, but not with a picture.
    ///
    /// @param status of HTTP
    @Code("camera.server-refused")
    record ServerRefused(int status) implements CameraFailure {}

    /// The network camera requires a user name and a password, or rejects the given ones.
    @Code("camera.login-needed")
    record LoginNeeded() implements CameraFailure {}

    /// There is no answer at the address of the network camera.
    @Code("camera.unreachable")
    record Unreachable() implements CameraFailure {}

    /// The certificate of the network camera is not trusted; no login was sent.
    @Code("camera.not-trusted")
    record NotTrusted() implements CameraFailure {}

    /// This computer has no libraries to decode the pictures of RTSP cameras and recordings with.
    @Code("camera.no-decoder")
    record NoDecoder() implements CameraFailure {}

    /// The recording that is played as a camera is missing or cannot be read.
    @Code("camera.recording-unreadable")
    record RecordingUnreadable() implements CameraFailure {}

    /// Plain HTTP or RTSP to another computer, which nobody has accepted. Nothing was sent.
    @Code("camera.not-encrypted")
    record NotEncrypted() implements CameraFailure {}
}
