/// Cards that mend people: what is wrong with a photo and what helps, whose a photo is, and which two people are one.
///
/// Owns no data. Imports `people`, `ui`, `base`.
@NullMarked
package io.vestibule.people.ui.repair;

import org.jspecify.annotations.NullMarked;
