/// From a person and accepted photos to an ACTIVE user of the collection, and back: one flow class a verb, and the
/// steps that the journal performs for it.
///
/// Owns no table. Imports `check`, `people`, `cloud`, `photo`, `journal`, `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.enrol;

import org.jspecify.annotations.NullMarked;
