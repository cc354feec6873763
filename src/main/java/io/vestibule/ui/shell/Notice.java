package io.vestibule.ui.shell;

import io.vestibule.ui.Command;
import java.util.Optional;

/// A lasting condition that concerns every screen, such as that the face service cannot be reached.
///
/// @param text at most three short sentences
/// @param icon literal of an icon
/// @param action what the user can do about it here
public record Notice(String text, String icon, Optional<Command> action) {}
