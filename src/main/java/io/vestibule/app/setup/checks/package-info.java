/// The card of the Settings screen on which each further check of photos is switched on, with its price.
@NullMarked
package io.vestibule.app.setup.checks;

import org.jspecify.annotations.NullMarked;
