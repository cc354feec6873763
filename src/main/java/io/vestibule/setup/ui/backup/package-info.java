/// The Backups card of the Settings screen.
@NullMarked
package io.vestibule.setup.ui.backup;

import org.jspecify.annotations.NullMarked;
