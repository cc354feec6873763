/// Taking photos from a live picture without a hand on the shutter: what to tell the person now, and which frame to
/// keep. No camera and no screen in here; frames come in, guidance and photos come out.
@NullMarked
package io.vestibule.check.capture;

import org.jspecify.annotations.NullMarked;
