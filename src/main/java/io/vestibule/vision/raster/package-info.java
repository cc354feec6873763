/// Reads parts of a picture at other sizes and angles, in integers and without allocating: what the models are fed.
/// For the room `vision` alone. Imports `photo`.
@NullMarked
package io.vestibule.vision.raster;

import org.jspecify.annotations.NullMarked;
