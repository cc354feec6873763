/// The embedded services on this computer: a bucket for photos and, in `engine`, Amazon Rekognition, which `wire`
/// serves over HTTP.
///
/// Owns the folder of encrypted photos and the database of the engine. Photos and face vectors are biometric data, so
/// both are encrypted on disk, and vectors are in clear text only in memory, where the first search loads them: a
/// plain memory-mapped file of vectors would load faster, but anyone with access to the disk could read it. Imports
/// `vision`, `photo`, `cloud`, `store`, `base` and `settings`.
@NullMarked
package io.vestibule.local;

import org.jspecify.annotations.NullMarked;
