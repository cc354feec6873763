/// The week of a rule on the screen: painted, in words, and as the days to come. May import `rules.week`, `ui`, and
/// JavaFX.
@NullMarked
package io.vestibule.rules.ui.week;

import org.jspecify.annotations.NullMarked;
