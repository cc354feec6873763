package io.vestibule.setup;

import io.vestibule.enrol.EnrolKeys;
import io.vestibule.settings.Vault;
import java.nio.file.Path;

/// Where the data is stored, and which engine is in use.
///
/// @param key where the key of database and photos is stored
/// @param engine name of the engine in use and of its model, for display
/// @param thresholds those of that engine
public record DataFacts(Path folder, Vault.Kind key, String engine, EnrolKeys.Thresholds thresholds) {}
