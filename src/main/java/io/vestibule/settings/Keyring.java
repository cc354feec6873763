package io.vestibule.settings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The keyring of the operating system, reduced to the calls needed. Any call may block while the keyring asks the
/// user to unlock it.
interface Keyring {

    @Nullable
    String read(String account) throws IOException;

    void write(String account, String secret) throws IOException;

    void delete(String account) throws IOException;

    /// Opens the keyring of this session.
    @FunctionalInterface
    interface Source {
        /// @throws IOException if there is none
        Keyring open() throws IOException;
    }
}
