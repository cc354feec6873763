/// The week of a rule on the screen: the editor, its text, and the next days. May import `rules.week`, `ui`, and
/// JavaFX.
@NullMarked
package io.vestibule.rules.ui.week;

import org.jspecify.annotations.NullMarked;
