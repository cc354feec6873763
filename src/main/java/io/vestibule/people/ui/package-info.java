/// The screen that lists people: find somebody again, and see how their photos stand.
///
/// Owns no data. Imports `people`, `ui`, `base`.
@NullMarked
package io.vestibule.people.ui;

import org.jspecify.annotations.NullMarked;
