/// Ports to change and to mend people who are saved, and the memory of what can still be taken back.
///
/// Owns the tables `person_change`, `person_before` and `moved_photo`. Imports what `people` imports, and `people`.
@NullMarked
package io.vestibule.people.change;

import org.jspecify.annotations.NullMarked;
