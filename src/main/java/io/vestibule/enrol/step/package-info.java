/// What the journal performs for the flows of this room: one photo or person, one call, one record of what came of it.
/// Every step can be performed twice, and asks the tables what is still to be done rather than remembering it.
///
/// Owns no table. Imports what `enrol` imports, and `enrol` itself.
@NullMarked
package io.vestibule.enrol.step;

import org.jspecify.annotations.NullMarked;
