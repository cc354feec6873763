package io.vestibule.vision;

import io.vestibule.base.Failure;

/// Why the models cannot be used. Each case maps to a [Problem] whose texts are in this package's bundle.
public sealed interface VisionFailure extends Failure {

    /// The native library of ONNX Runtime does not start: an unsupported processor or system, or a temporary folder
    /// without the right to execute.
    @Code("vision.engine-unavailable")
    record EngineUnavailable() implements VisionFailure {}

    /// The model's file is missing, or may not be read.
    @Code("vision.model-missing")
    record ModelMissing(String model) implements VisionFailure {}

    /// The model's bytes do not match the hash in its descriptor.
    @Code("vision.model-changed")
    record ModelChanged(String model) implements VisionFailure {}

    /// The hash matches, but the model cannot be run as its descriptor says.
    @Code("vision.model-unfit")
    record ModelUnfit(String model) implements VisionFailure {}

    /// A loaded model failed to run; usually there is no free memory.
    @Code("vision.run-failed")
    record RunFailed(String model) implements VisionFailure {}
}
