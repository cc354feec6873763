package io.vestibule.setup;

import io.vestibule.enrol.EnrolKeys;
import io.vestibule.settings.Vault;
import java.nio.file.Path;

/// Where the data lies and who reads faces.
///
/// @param key where the key of database and photos is kept
/// @param engine the engine in use and its model, as it may be shown
/// @param thresholds those of that engine
public record DataFacts(Path folder, Vault.Kind key, String engine, EnrolKeys.Thresholds thresholds) {}
