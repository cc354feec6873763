/// The card of the Settings screen about the program itself: versions, language, log, and the bundle for support.
@NullMarked
package io.vestibule.app.setup.about;

import org.jspecify.annotations.NullMarked;
