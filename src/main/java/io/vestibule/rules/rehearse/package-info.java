/// Tries a rule out before it goes live: from a picture, a camera and a time to every step of the way to an alert.
///
/// Owns nothing. `app.wiring` supplies the implementation of the port `FaceSearch`.
@NullMarked
package io.vestibule.rules.rehearse;

import org.jspecify.annotations.NullMarked;
