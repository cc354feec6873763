/// The window around all screens: rail, title row, banner, status bar, startup pane, and the global keyboard
/// shortcuts.
///
/// Knows screens by their [io.vestibule.ui.ScreenView] only. May import `ui` and `base`; imported by `app` only.
@NullMarked
package io.vestibule.ui.shell;

import org.jspecify.annotations.NullMarked;
