/// Detects problems of a person's photos, proposes repairs and performs them.
///
/// Owns no table. Imports what `enrol` imports, `enrol` itself and `enrol.change`.
@NullMarked
package io.vestibule.enrol.repair;

import org.jspecify.annotations.NullMarked;
