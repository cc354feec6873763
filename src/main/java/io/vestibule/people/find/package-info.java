/// The port to ask who a photo shows.
///
/// Owns no data. Imports `photo`, `base`.
@NullMarked
package io.vestibule.people.find;

import org.jspecify.annotations.NullMarked;
