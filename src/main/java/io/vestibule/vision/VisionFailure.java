package io.vestibule.vision;

import io.vestibule.base.Problem;

/// Why this machine cannot see. Each tells a [Problem] whose words are in this room's bundle.
public sealed interface VisionFailure {

    Problem problem();

    /// The native part of ONNX Runtime does not start: a processor or system it was not built for, or a temporary
    /// folder from which nothing may be run.
    record EngineUnavailable() implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.engine-unavailable");
        }
    }

    /// The model's file is not where it should be, or may not be read.
    record ModelMissing(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.model-missing", model);
        }
    }

    /// The model's bytes are not those that its descriptor promises.
    record ModelChanged(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.model-changed", model);
        }
    }

    /// The bytes are as promised, but the model cannot be run as its descriptor says.
    record ModelUnfit(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.model-unfit", model);
        }
    }

    /// A model that was loaded did not answer; as a rule the memory is full.
    record RunFailed(String model) implements VisionFailure {
        @Override
        public Problem problem() {
            return Problem.of("vision.run-failed", model);
        }
    }
}
