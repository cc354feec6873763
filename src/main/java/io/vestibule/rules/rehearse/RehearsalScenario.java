package io.vestibule.rules.rehearse;

import java.time.Instant;

/// The camera, event, time and threshold of a rehearsal.
///
/// @param camera id of the VMS
/// @param event the event that the camera reports
/// @param threshold similarity threshold to try, 0..100; the rule itself has none
public record RehearsalScenario(long camera, String event, Instant at, float threshold) {}
