/// The screens of single photos: a large photo with its results, a comparison of a document with a photo, and the
/// reading of a name from a badge. Owns no data and stores no picture. Imports `inspect`, `cloud`, `photo`, `ui`,
/// `base`.
@NullMarked
package io.vestibule.inspect.ui;

import org.jspecify.annotations.NullMarked;
