/// The card of Settings for a directory of people. May import what `setup.ui` may import.
@NullMarked
package io.vestibule.setup.ui.directory;

import org.jspecify.annotations.NullMarked;
