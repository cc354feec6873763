/// The steps that the journal performs for the flows of `enrol`: each concerns one photo or person, makes one call
/// and stores one result. Every step is idempotent, and reads from the tables what is still to be done.
///
/// Owns no table. Imports what `enrol` imports, and `enrol` itself.
@NullMarked
package io.vestibule.enrol.step;

import org.jspecify.annotations.NullMarked;
