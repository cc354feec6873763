/// Wires the packages together, one wiring class per package, each part created lazily. No JavaFX here.
@NullMarked
package io.vestibule.app.wiring;

import org.jspecify.annotations.NullMarked;
