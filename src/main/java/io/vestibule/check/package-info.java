/// The quality filter for enrolment photos. Turns what [io.vestibule.vision.Vision] measures into findings that each
/// name one fault and one action to take.
///
/// Owns [io.vestibule.check.Finding] and the limits. Imports `vision`, `photo`, `settings` and `base`.
@NullMarked
package io.vestibule.check;

import org.jspecify.annotations.NullMarked;
