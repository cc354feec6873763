/// Cards that repair people: show a photo problem and its repairs, move a photo to another person, merge two people,
/// renew a person.
///
/// Owns no table. Imports `people`, `ui`, `base`.
@NullMarked
package io.vestibule.people.ui.repair;

import org.jspecify.annotations.NullMarked;
