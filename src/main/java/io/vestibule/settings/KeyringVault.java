package io.vestibule.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Stores secrets in the keyring of the operating system, under names that begin with the id of the data folder, so
/// that two folders never share a secret. Each call has a timeout, because a keyring may wait for a user who is
/// absent.
final class KeyringVault implements Vault {

    private final Keyring keyring;
    private final String folderId;
    private final Duration timeout;

    private KeyringVault(Keyring keyring, String folderId, Duration timeout) {
        this.keyring = keyring;
        this.folderId = folderId;
        this.timeout = timeout;
    }

    /// Opens the keyring and tests it by writing, reading and deleting a random value.
    ///
    /// @throws SettingsException if there is no keyring, or it remains locked
    static KeyringVault open(Keyring.Source source, String folderId, Duration timeout) {
        KeyringVault vault = new KeyringVault(bounded(timeout, source::open), folderId, timeout);
        String value = UUID.randomUUID().toString();
        vault.write("probe", value.toCharArray());
        boolean same =
                vault.read("probe").map(String::new).filter(value::equals).isPresent();
        vault.delete("probe");
        if (!same) {
            throw new SettingsException(new SettingsFailure.KeyringUnavailable());
        }
        return vault;
    }

    @Override
    public Kind kind() {
        return Kind.KEYRING;
    }

    @Override
    public Optional<char[]> read(String name) {
        @Nullable
        String secret = bounded(timeout, () -> Optional.ofNullable(keyring.read(account(name))))
                .orElse(null);
        return Optional.ofNullable(secret).map(String::toCharArray);
    }

    @Override
    public void write(String name, char[] secret) {
        bounded(timeout, () -> {
            keyring.write(account(name), new String(secret));
            return true;
        });
    }

    @Override
    public void delete(String name) {
        bounded(timeout, () -> {
            if (keyring.read(account(name)) != null) {
                keyring.delete(account(name));
            }
            return true;
        });
    }

    private String account(String name) {
        return folderId + "/" + name;
    }

    /// Runs on a separate thread: native keyring calls cannot be interrupted, only abandoned.
    private static <T> T bounded(Duration timeout, Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("keyring").start(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            task.cancel(true);
            throw new SettingsException(new SettingsFailure.KeyringUnavailable(), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new SettingsException(new SettingsFailure.KeyringUnavailable(), e);
        }
    }
}
