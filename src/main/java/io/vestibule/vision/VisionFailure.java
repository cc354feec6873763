package io.vestibule.vision;

import io.vestibule.base.Failure;

/// Why the models cannot be used. Each case maps to a [Problem] whose texts are in this package's bundle.
public sealed interface VisionFailure {

    Problem problem();

    /// The native library of ONNX Runtime does not start: an unsupported processor or system, or a temporary folder
    /// without the right to execute.
    record EngineUnavailable() implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.engine-unavailable");
        }
    }

    /// The model's file is missing, or may not be read.
    record ModelMissing(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.model-missing", model);
        }
    }

    /// The model's bytes do not match the hash in its descriptor.
    record ModelChanged(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.model-changed", model);
        }
    }

    /// The hash matches, but the model cannot be run as its descriptor says.
    record ModelUnfit(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.model-unfit", model);
        }
    }

    /// A loaded model failed to run; usually there is no free memory.
    record RunFailed(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.run-failed", model);
        }
    }
}
