/// Trying a rule out before it goes live: a picture, a camera and a time in, every step of the way to an alert out.
///
/// Owns nothing. The port `FaceSearch` is plugged in by the hall.
@NullMarked
package io.vestibule.rules.rehearse;

import org.jspecify.annotations.NullMarked;
