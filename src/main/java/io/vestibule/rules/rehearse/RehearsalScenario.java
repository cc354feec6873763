package io.vestibule.rules.rehearse;

import java.time.Instant;

/// What the camera sees when and where.
///
/// @param camera id of the VMS
/// @param event that the camera reports
/// @param threshold to try, 0..100; the rule itself has none
public record RehearsalScenario(long camera, String event, Instant at, float threshold) {}
