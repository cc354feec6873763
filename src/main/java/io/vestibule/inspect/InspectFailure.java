package io.vestibule.inspect;

import io.vestibule.base.Failure;
import java.util.List;

/// Why a photo was not looked at; nothing was sent.
public sealed interface InspectFailure extends Failure {

    /// Nobody switched this check on, or the engine in use cannot do it.
    @Code("inspect.switched-off")
    record SwitchedOff(InspectionKind check) implements InspectFailure {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    /// It is not set which model of the company is to be asked.
    @Code("inspect.no-model")
    record NoModel() implements InspectFailure {}
}
