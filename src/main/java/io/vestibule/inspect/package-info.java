/// What a single photo shows, beyond what this machine needs to see by itself: its faces with points, pose and quality;
/// whether somebody is the one on their document; on Amazon Rekognition also what is worn on the face, words, things,
/// and what should not be shown. Each check is switched on by itself. Keeps nothing of a picture; owns no table.
/// Imports `cloud`, `photo`.
@NullMarked
package io.vestibule.inspect;

import org.jspecify.annotations.NullMarked;
