/// What is wrong with somebody's photos, what mends it, and mending it.
///
/// Owns no table. Imports what `enrol` imports, `enrol` itself and its changes.
@NullMarked
package io.vestibule.enrol.repair;

import org.jspecify.annotations.NullMarked;
