package io.vestibule.rules.rehearse.recording;

import java.time.Duration;
import java.util.List;

/// What was seen in a recording.
///
/// @param length of the recording
/// @param faces in the order of their first sighting
public record RecordingScan(Duration length, List<TrackedFace> faces) {

    public RecordingScan {
        faces = List.copyOf(faces);
    }
}
