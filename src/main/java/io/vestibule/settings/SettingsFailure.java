package io.vestibule.settings;

import io.vestibule.base.Problem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/// What can be wrong with the settings, the data folder or the vault.
public sealed interface SettingsFailure {

    Problem problem();

    /// Another window works on the same data folder.
    record DataInUse() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.data-in-use");
        }
    }

    /// There is a file where the data folder should be.
    record NotAFolder() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.not-a-folder");
        }
    }

    /// The folder is open to others and not ours to close.
    record NotPrivate() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.not-private");
        }
    }

    /// The data folder does not let us read or write.
    record NotWritable() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.not-writable");
        }
    }

    record DiskFull() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.disk-full");
        }
    }

    /// The machine's administrator has fixed this key.
    record Locked(String key) implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.locked", key);
        }
    }

    record OutOfRange(String key) implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.out-of-range", key);
        }
    }

    /// The key of this folder is in the keyring of the operating system, which is locked or gone.
    record KeyringUnavailable() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.keyring-unavailable");
        }
    }

    /// The data is there and its key is not, or is another one.
    record KeyMissing() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.key-missing");
        }
    }

    /// Names what a failed read or write of a file means.
    static SettingsFailure of(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        boolean full =
                text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
        return full ? new DiskFull() : new NotWritable();
    }
}
