/// The holiday calendar of the Rules screen: dates on which rules are silenced or widened.
///
/// Owns no data. May import the same packages as `rules`, and `ui`.
@NullMarked
package io.vestibule.rules.ui.holiday;

import org.jspecify.annotations.NullMarked;
