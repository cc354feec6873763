/// What the program and its decoder process say to each other over a pipe: one request, then messages until the end.
///
/// Owns nothing. Imports nothing but the JDK, since the decoder process has no more on its class path.
@NullMarked
package io.vestibule.clip.wire;

import org.jspecify.annotations.NullMarked;
