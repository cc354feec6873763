/// The structure of picture files, parsed before any decoder gets a byte: format, number of pixels, orientation,
/// colours, and whether the file is complete. The decoder then gets a copy without metadata, so that hostile or
/// private metadata is never processed.
///
/// Part of the package `photo`; imports no other feature package.
@NullMarked
package io.vestibule.photo.format;

import org.jspecify.annotations.NullMarked;
