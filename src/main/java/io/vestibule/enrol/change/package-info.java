/// Changes of saved people: edit, move, merge, remove, each with its undo, and removal when the retention period is
/// over.
///
/// Owns no table. Imports what `enrol` imports, and `enrol` itself.
@NullMarked
package io.vestibule.enrol.change;

import org.jspecify.annotations.NullMarked;
