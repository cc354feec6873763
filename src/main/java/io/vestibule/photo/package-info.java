/// Pictures: from untrusted bytes to clean pixels, and from pixels to the final bytes of a photo.
///
/// [io.vestibule.photo.PhotoDecoder] decodes, [io.vestibule.photo.PhotoEncoder] encodes. Between them is
/// [io.vestibule.photo.Pixels]: upright, sRGB, opaque, and without any metadata. `photo.format` determines the format
/// of a file and whether it is complete, before any decoder runs.
///
/// A running camera fills [io.vestibule.photo.Frame]s, which are leased and reused.
///
/// Owns [io.vestibule.photo.Pixels] and [io.vestibule.photo.Photo]. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.photo;

import org.jspecify.annotations.NullMarked;
