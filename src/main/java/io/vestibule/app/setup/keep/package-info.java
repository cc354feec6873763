/// The card of the Settings screen that says how long people are kept where nothing else is chosen.
@NullMarked
package io.vestibule.app.setup.keep;

import org.jspecify.annotations.NullMarked;
