/// Ports to change and repair saved people, the store of changes that can still be undone, and of erasures that are
/// pending in collections that are not in use.
///
/// Owns the tables `person_change`, `change_job`, `person_before`, `moved_photo`, `remains`, `remains_photo`,
/// `erased`, `erasure_check`, `erasure_place`, `erasure_id` and `suppressed`. May import what `people` may, and
/// `people`.
@NullMarked
package io.vestibule.people.change;

import org.jspecify.annotations.NullMarked;
