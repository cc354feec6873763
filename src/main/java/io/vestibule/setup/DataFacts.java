package io.vestibule.setup;

import io.vestibule.enrol.EnrolKeys;
import java.nio.file.Path;

/// Where the data is stored, and which engine is in use.
///
/// @param engine name of the engine in use and of its model, for display
/// @param thresholds those of that engine
public record DataFacts(Path folder, String engine, EnrolKeys.Thresholds thresholds) {}
