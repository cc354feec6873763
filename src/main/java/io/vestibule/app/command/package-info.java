/// What the program can be asked to do on its command line, one class each.
@NullMarked
package io.vestibule.app.command;

import org.jspecify.annotations.NullMarked;
