/// Puts the rooms together, one wiring a room, each part made when it is first asked for. No JavaFX here.
@NullMarked
package io.vestibule.app.wiring;

import org.jspecify.annotations.NullMarked;
