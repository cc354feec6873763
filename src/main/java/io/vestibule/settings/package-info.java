/// Settings, the data folder and secrets: typed keys that each package declares for itself, one owner-only file
/// overridden by locked machine-wide settings, the folder that contains all data of one user, and the vault
/// with the master key.
///
/// Owns `settings.json`, its copy `settings-copy.json`, `vault.json`, `vault.key` and the lock file of the
/// data folder. May be imported by every
/// package above it; imports only `base`.
@NullMarked
package io.vestibule.settings;

import org.jspecify.annotations.NullMarked;
