/// Is this picture good enough to enrol a face from? Turns what [io.vestibule.vision.Vision] measures into
/// findings that each name one thing that is wrong and one action to take.
///
/// Owns [io.vestibule.check.Finding] and the limits. Imports `vision`, `photo`, `settings` and `base`.
@NullMarked
package io.vestibule.check;

import org.jspecify.annotations.NullMarked;
