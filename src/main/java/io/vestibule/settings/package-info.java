/// Settings, the data folder and secrets. Typed keys that each room declares for itself, one owner-only file under
/// machine-wide locks, the folder that holds everything of one user, and the vault with the one master key.
///
/// Owns `settings.json`, `vault.json`, `vault.key` and the lock file of the data folder. May be imported by every room
/// above it; imports only `base`.
@NullMarked
package io.vestibule.settings;

import org.jspecify.annotations.NullMarked;
