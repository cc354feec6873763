/// The hall: starts the program, knows every room and is known by none.
@NullMarked
package io.vestibule.app;

import org.jspecify.annotations.NullMarked;
