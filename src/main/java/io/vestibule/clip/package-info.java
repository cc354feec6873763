/// Moving pictures: recordings and RTSP cameras, decoded by FFmpeg in a process of its own, so that a damaged or
/// hostile file can end only that process. [io.vestibule.clip.ClipDecoder] starts it, [io.vestibule.clip.ClipStream]
/// reads its pictures. The native libraries are loaded in that process only, when the first picture is wanted.
///
/// Owns nothing on disk. Imports only `photo`, `base` and `settings`.
@NullMarked
package io.vestibule.clip;

import org.jspecify.annotations.NullMarked;
