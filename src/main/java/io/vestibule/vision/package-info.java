/// What the machine sees by itself: faces, landmarks, pose, quality, eyes and the face vector, by ONNX models that
/// run here. Pure functions of [io.vestibule.photo.Pixels]. Imports `photo`, `base` and `settings`; the only room
/// that knows ONNX Runtime.
@NullMarked
package io.vestibule.vision;

import org.jspecify.annotations.NullMarked;
