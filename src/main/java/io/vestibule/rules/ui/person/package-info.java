/// The card that says who takes the place of somebody whom rules name and nobody here knows any more.
///
/// Owns no data. May import what `rules` may, and `ui`.
@NullMarked
package io.vestibule.rules.ui.person;

import org.jspecify.annotations.NullMarked;
