/// The window around all screens: rail, title row, banner, status bar, keys that work everywhere.
///
/// Knows screens by their `ScreenView` only. May import `ui` and `base`; imported by `app` only.
@NullMarked
package io.vestibule.app.window;

import org.jspecify.annotations.NullMarked;
