package io.vestibule.inspect;

import io.vestibule.base.Problem;

/// Why a photo was not looked at; nothing was sent.
public sealed interface InspectFailure {

    Problem problem();

    /// Nobody switched this check on, or the engine in use cannot do it.
    record SwitchedOff(InspectionKind check) implements InspectFailure {
        @Override
        public Problem problem() {
            return Problem.of("inspect.switched-off");
        }
    }

    /// It is not set which model of the company is to be asked.
    record NoModel() implements InspectFailure {
        @Override
        public Problem problem() {
            return Problem.of("inspect.no-model");
        }
    }
}
