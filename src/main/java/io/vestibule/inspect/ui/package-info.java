/// The screens of single photos: a photo large with what was found in it, a document beside a live photo, a name from a
/// badge. Owns no data and keeps no picture. Imports `inspect`, `cloud`, `photo`, `ui`, `base`.
@NullMarked
package io.vestibule.inspect.ui;

import org.jspecify.annotations.NullMarked;
