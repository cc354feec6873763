/// Entry point, command line, wiring and window. May import every package; no other package imports it.
@NullMarked
package io.vestibule.app;

import org.jspecify.annotations.NullMarked;
