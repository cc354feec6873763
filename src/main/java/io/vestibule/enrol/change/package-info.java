/// Changes of people who are saved: edit, move, merge, remove, each with its undo, and what time itself removes.
///
/// Owns no table. Imports what `enrol` imports, and `enrol` itself.
@NullMarked
package io.vestibule.enrol.change;

import org.jspecify.annotations.NullMarked;
