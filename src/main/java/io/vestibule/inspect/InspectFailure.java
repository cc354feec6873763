package io.vestibule.inspect;

import io.vestibule.base.Failure;
import java.util.List;

/// Why a photo was not analysed; nothing was sent.
public sealed interface InspectFailure extends Failure {

    /// The check is not switched on, or the engine in use does not support it.
    @Code("inspect.switched-off")
    record SwitchedOff(InspectionKind check) implements InspectFailure {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    /// The ARN of the company's custom model is not configured.
    @Code("inspect.no-model")
    record NoModel() implements InspectFailure {}
}
