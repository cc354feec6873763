/// Samples parts of a picture at other sizes and angles, as model input, in integers and without allocating. Used by
/// `vision` only. Imports `photo`.
@NullMarked
package io.vestibule.vision.raster;

import org.jspecify.annotations.NullMarked;
