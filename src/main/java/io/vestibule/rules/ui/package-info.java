/// The Rules screen: the list, the builder on one page, the week grid, the rehearsal, the exact JSON.
///
/// Owns no data. May import the same packages as `rules`, and `ui`.
@NullMarked
package io.vestibule.rules.ui;

import org.jspecify.annotations.NullMarked;
