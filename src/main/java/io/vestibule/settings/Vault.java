package io.vestibule.settings;

import java.util.Optional;

/// Stores secrets of one data folder by name. Throws [SettingsException] and no other exception.
public interface Vault {

    /// Where secrets are stored, for display.
    enum Kind {
        KEYRING,
        FILE,
        /// A file that is encrypted with a passphrase, which is asked for at each start.
        PASSPHRASE
    }

    Kind kind();

    /// The caller owns the array and should wipe it after use.
    Optional<char[]> read(String name);

    /// Durable when it returns.
    void write(String name, char[] secret);

    /// Succeeds if there is no such name.
    void delete(String name);
}
