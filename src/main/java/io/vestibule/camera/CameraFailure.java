package io.vestibule.camera;

import io.vestibule.base.Problem;

/// Why there is no picture. Each tells a [Problem] whose words are in this room's bundle.
public sealed interface CameraFailure {

    Problem problem();

    /// No camera is connected.
    record NoCamera() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.none");
        }
    }

    /// Another program has the camera.
    record InUse() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.in-use");
        }
    }

    /// The system does not let this program use the camera.
    record Denied() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.denied");
        }
    }

    /// The camera went away while it was running: unplugged, or its connection ended.
    record Lost() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.lost");
        }
    }

    /// The camera is there and sends nothing.
    record Stalled() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.stalled");
        }
    }

    /// The camera opens and offers nothing that can be shown, or answers its own calls wrongly.
    ///
    /// @param number the system's own number for it; 0 if there is none
    record Unusable(int number) implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.unusable", number);
        }
    }

    /// The network camera answered, and not with a picture.
    ///
    /// @param status of HTTP
    record ServerRefused(int status) implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.server-refused", status);
        }
    }

    /// The network camera wants a user name and a password, or other ones.
    record LoginNeeded() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.login-needed");
        }
    }

    /// Nobody answers at the address of the network camera.
    record Unreachable() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.unreachable");
        }
    }

    /// The network camera could not prove by its certificate who it is; no login was sent.
    record NotTrusted() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.not-trusted");
        }
    }

    /// Plain HTTP to another machine, and nobody has accepted that. Nothing was sent.
    record NotEncrypted() implements CameraFailure {
        @Override
        public Problem problem() {
            return Problem.of("camera.not-encrypted");
        }
    }
}
