/// Keeps what lists tell of how people stand true while photos are worked in.
///
/// Owns no table of its own; writes `person.standing` through `people`. Imports what `people` imports, and `people`.
@NullMarked
package io.vestibule.people.standing;

import org.jspecify.annotations.NullMarked;
