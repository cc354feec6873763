/// The tour: the main job done by itself, told line by line, with pictures of the screens.
@NullMarked
package io.vestibule.app.tour;

import org.jspecify.annotations.NullMarked;
