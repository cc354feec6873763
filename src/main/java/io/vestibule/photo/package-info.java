/// Pictures: from hostile bytes to clean pixels, and from pixels to the final bytes of a photo.
///
/// [io.vestibule.photo.PhotoDecoder] is the way in, [io.vestibule.photo.PhotoEncoder] the way out. Between them
/// stands [io.vestibule.photo.Pixels]: upright, sRGB, opaque, and without a trace of metadata. What a file is
/// and whether it is all there is read in `photo.format`, before any decoder.
///
/// A running camera fills [io.vestibule.photo.Frame]s, which are leased and used again.
///
/// Owns [io.vestibule.photo.Pixels] and [io.vestibule.photo.Photo]. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.photo;

import org.jspecify.annotations.NullMarked;
