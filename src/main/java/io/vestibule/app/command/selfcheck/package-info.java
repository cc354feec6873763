/// The checks of `--self-check`, one class per subject; each throws on a fault, or returns in a few words what it
/// observed.
@NullMarked
package io.vestibule.app.command.selfcheck;

import org.jspecify.annotations.NullMarked;
