package io.vestibule.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Windows Credential Manager, macOS Keychain, GNOME Keyring or KWallet.
final class SystemKeyring implements Keyring {

    private static final String SERVICE = "Vestibule";

    private final com.github.javakeyring.Keyring keyring;

    private SystemKeyring(com.github.javakeyring.Keyring keyring) {
        this.keyring = keyring;
    }

    static Keyring open() throws IOException {
        try {
            return new SystemKeyring(com.github.javakeyring.Keyring.create());
        } catch (BackendNotSupportedException | LinkageError | RuntimeException e) {
            throw new IOException("no keyring", e);
        }
    }

    /// The library throws the same exception for "missing" and "locked"; [VaultSelector] distinguishes them by a test
    /// value that is written and read.
    @Override
    public @Nullable String read(String account) {
        try {
            return keyring.getPassword(SERVICE, account);
        } catch (PasswordAccessException _) {
            return null;
        }
    }

    @Override
    public void write(String account, String secret) throws IOException {
        try {
            keyring.setPassword(SERVICE, account, secret);
        } catch (PasswordAccessException e) {
            throw new IOException("keyring refused to write", e);
        }
    }

    @Override
    public void delete(String account) throws IOException {
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException e) {
            throw new IOException("keyring refused to delete", e);
        }
    }
}
