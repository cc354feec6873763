/// The outer shape of picture files, read by hand before any decoder sees a byte: which format, how many
/// pixels, which way up, in which colours, and whether the file is all there. What the decoder is then given is
/// a copy without metadata, so that hostile or private metadata reaches nothing.
///
/// Part of the room `photo`; imports no other room.
@NullMarked
package io.vestibule.photo.format;

import org.jspecify.annotations.NullMarked;
