/// Local face analysis: faces, landmarks, pose, quality, eyes and the face vector, by ONNX models on this computer.
/// Pure functions of [io.vestibule.photo.Pixels]. Owns no table and no setting. Imports `photo`, `base` and
/// `settings`; the only package that uses ONNX Runtime.
@NullMarked
package io.vestibule.vision;

import org.jspecify.annotations.NullMarked;
