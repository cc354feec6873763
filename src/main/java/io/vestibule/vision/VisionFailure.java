package io.vestibule.vision;

import io.vestibule.base.Failure;

/// Why this machine cannot see. The words of each code are in this room's bundle.
public sealed interface VisionFailure extends Failure {

    /// The native part of ONNX Runtime does not start: a processor or system it was not built for, or a temporary
    /// folder from which nothing may be run.
    @Code("vision.engine-unavailable")
    record EngineUnavailable() implements VisionFailure {}

    /// The model's file is not where it should be, or may not be read.
    @Code("vision.model-missing")
    record ModelMissing(String model) implements VisionFailure {}

    /// The model's bytes are not those that its descriptor promises.
    @Code("vision.model-changed")
    record ModelChanged(String model) implements VisionFailure {}

    /// The bytes are as promised, but the model cannot be run as its descriptor says.
    @Code("vision.model-unfit")
    record ModelUnfit(String model) implements VisionFailure {}

    /// A model that was loaded did not answer; as a rule the memory is full.
    @Code("vision.run-failed")
    record RunFailed(String model) implements VisionFailure {}
}
