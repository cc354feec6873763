package io.vestibule.camera;

import io.vestibule.base.Failure;

/// Why there is no picture. Each case maps to a [Problem] whose texts are in this package's bundle.
public sealed interface CameraFailure {

    Problem problem();

    /// No camera is connected.
    @Code("camera.none")
    record NoCamera() implements CameraFailure {}

    /// Another program is using the camera.
    record InUse() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.in-use");
        }
    }

    /// The operating system denies this program access to the camera.
    record Denied() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.denied");
        }
    }

    /// The camera was lost while it was running: unplugged, or disconnected.
    record Lost() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.lost");
        }
    }

    /// The camera is connected but sends nothing.
    record Stalled() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.stalled");
        }
    }

    /// The camera opens but offers no usable format, or answers its own calls wrongly.
    ///
    /// @param number error number of the system; 0 if there is none
    record Unusable(int number) implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.unusable", number);
        }
    }

    /// The network camera answered, but not with a picture.
    ///
    /// @param status of HTTP
    @Code("camera.server-refused")
    record ServerRefused(int status) implements CameraFailure {}

    /// The network camera requires a user name and a password, or rejects the given ones.
    record LoginNeeded() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.login-needed");
        }
    }

    /// There is no answer at the address of the network camera.
    record Unreachable() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.unreachable");
        }
    }

    /// The certificate of the network camera is not trusted; no login was sent.
    record NotTrusted() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.not-trusted");
        }
    }

    /// Plain HTTP to another computer, which nobody has accepted. Nothing was sent.
    record NotEncrypted() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.not-encrypted");
        }
    }
}
