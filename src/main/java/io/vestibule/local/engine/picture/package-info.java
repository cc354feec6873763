/// From the picture of a request to faces in the service's model: limits, decoding, quality filter, face details.
/// Imports `photo`, `vision` and `cloud`.
@NullMarked
package io.vestibule.local.engine.picture;

import org.jspecify.annotations.NullMarked;
