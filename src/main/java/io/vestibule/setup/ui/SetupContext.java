package io.vestibule.setup.ui;

import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;

/// What the cards of the Settings screen need from the program around them.
///
/// @param ensureCollections gives a collection to any company that lacks one; blocks, is called off the FX thread, and
///     throws where the service cannot
/// @param companyChanged the active company, its name or its sites are others now; FX thread
/// @param operatorChanged who is at the desk, or what they may do, is another now; FX thread
public record SetupContext(
        Strings strings,
        TaskRunner work,
        Runnable ensureCollections,
        Runnable companyChanged,
        Runnable operatorChanged) {}
