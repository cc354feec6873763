/// The calendar of the Rules screen: dates on which rules are silenced or widened.
///
/// Owns no data. May import what `rules` may, and `ui`.
@NullMarked
package io.vestibule.rules.ui.holiday;

import org.jspecify.annotations.NullMarked;
