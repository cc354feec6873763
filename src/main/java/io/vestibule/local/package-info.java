/// The embedded default on this machine: a bucket for photos and, in `engine`, Amazon Rekognition,
/// which `wire` puts on the wire.
///
/// Owns the folder of encrypted photos and the database of the engine. Photos and face vectors are biometric data, so
/// both are encrypted on disk, and vectors are in the clear in memory alone, where the first search brings them: a
/// plain mapped file of vectors would start faster, but whoever got hold of the disk could read it.
/// Imports `vision`, `photo`, `cloud`, `store`, `base` and `settings`.
@NullMarked
package io.vestibule.local;

import org.jspecify.annotations.NullMarked;
