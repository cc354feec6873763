/// The card that finds people by a photo.
///
/// Owns no data, and keeps no photo. Imports `people`, `photo`, `ui`, `base`.
@NullMarked
package io.vestibule.people.ui.find;

import org.jspecify.annotations.NullMarked;
