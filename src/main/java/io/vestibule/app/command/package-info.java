/// Parses the command line and runs its commands, one class each.
@NullMarked
package io.vestibule.app.command;

import org.jspecify.annotations.NullMarked;
