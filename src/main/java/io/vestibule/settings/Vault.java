package io.vestibule.settings;

import java.util.Optional;

/// Keeps secrets of one data folder by name. Throws [SettingsException] and nothing else.
public interface Vault {

    /// Where secrets lie, for the screen to say.
    enum Kind {
        KEYRING,
        FILE
    }

    Kind kind();

    /// The caller owns the array and should wipe it after use.
    Optional<char[]> read(String name);

    /// Durable when it returns.
    void write(String name, char[] secret);

    /// A name that is not there is success.
    void delete(String name);
}
