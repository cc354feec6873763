/// The live picture with its guidance: one message at a time, automatic capture of each pose, keys and buttons. The
/// photos go to the port [io.vestibule.capture.ui.LivePhotoSink].
@NullMarked
package io.vestibule.capture.ui;

import org.jspecify.annotations.NullMarked;
