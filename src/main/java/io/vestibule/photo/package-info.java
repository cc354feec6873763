/// Pictures: from hostile bytes to clean pixels, and from pixels to the final bytes of a photo.
///
/// Owns [io.vestibule.photo.Pixels] and [io.vestibule.photo.Photo]. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.photo;

import org.jspecify.annotations.NullMarked;
