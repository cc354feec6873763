/// The decoder process: reads one request, decodes with FFmpeg, writes pictures, and ends. Every class of the native
/// libraries is used here and nowhere else.
///
/// Owns nothing. Imports only `clip.wire`; it runs without the rest of the program.
@NullMarked
package io.vestibule.clip.decoder;

import org.jspecify.annotations.NullMarked;
