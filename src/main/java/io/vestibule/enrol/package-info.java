/// Enrolment of a person with accepted photos up to an ACTIVE user vector in the collection, and erasure: one flow
/// class per operation, and the journal steps that perform it.
///
/// Owns no table. Imports `check`, `people`, `cloud`, `photo`, `journal`, `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.enrol;

import org.jspecify.annotations.NullMarked;
