package io.vestibule.rules.rehearse.recording;

import java.time.Duration;

/// One appearance of a face in a recording, not searched yet.
///
/// @param from,to times from the beginning of the recording
/// @param picture JPEG of the best sighting, in memory only
@SuppressWarnings("ArrayRecordComponent") // shared read-only
public record TrackedFace(Duration from, Duration to, byte[] picture) {}
