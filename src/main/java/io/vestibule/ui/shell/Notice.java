package io.vestibule.ui.shell;

import io.vestibule.ui.Command;
import java.util.Optional;

/// What is so for everybody until it ends, as that the face service cannot be reached.
///
/// @param text one line
/// @param action what can be done about it here
public record Notice(String text, Optional<Command> action) {}
