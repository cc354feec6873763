package io.vestibule.setup.ui;

import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;

/// What the cards of the Settings screen need of the program.
///
/// @param ensureCollections creates a collection for every company that lacks one; blocks, is called off the FX
///     thread, and throws where the service cannot create it
/// @param companyChanged called after a change of the active company, its name or its sites; FX thread
/// @param operatorChanged called after a change of the signed-in operator or their rights; FX thread
public record SetupContext(
        Strings strings,
        TaskRunner work,
        Runnable ensureCollections,
        Runnable companyChanged,
        Runnable operatorChanged) {}
