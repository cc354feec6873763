/// Tries a rule on a recording: faces are followed from picture to picture, and each appearance is searched once.
///
/// Owns nothing on disk: what is seen is kept in memory until the test is closed. `app.wiring` supplies the
/// implementation of the port `RecordingScanner`.
@NullMarked
package io.vestibule.rules.rehearse.recording;

import org.jspecify.annotations.NullMarked;
