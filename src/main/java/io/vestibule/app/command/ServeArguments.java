package io.vestibule.app.command;

import io.vestibule.local.wire.UnmeasuredAttributes;

/// What follows `--serve-local` on the command line, besides the port.
///
/// @param unmeasured what callers get that ask for attributes of a face that are not measured
public record ServeArguments(UnmeasuredAttributes unmeasured) implements CommandDetails {}
