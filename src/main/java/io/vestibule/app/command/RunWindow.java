package io.vestibule.app.command;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.settings.DataFolder;

/// The default command: opens the window.
public final class RunWindow {

    private RunWindow() {}

    /// Blocks until the window is closed.
    public static int run(Arguments arguments) {
        return Desktop.run(arguments.data().orElseGet(DataFolder::defaultPath), arguments.lockingFiles());
    }
}
