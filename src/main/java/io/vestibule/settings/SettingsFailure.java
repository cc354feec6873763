package io.vestibule.settings;

import io.vestibule.base.Failure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/// Causes of a [SettingsException].
public sealed interface SettingsFailure {

    Problem problem();

    /// Another process has the data folder open.
    record DataInUse() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.data-in-use");
        }
    }

    /// There is a file where the data folder should be.
    @Code("settings.not-a-folder")
    record NotAFolder() implements SettingsFailure {}

    /// The folder is accessible to others, and must not or cannot be restricted.
    record NotPrivate() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.not-private");
        }
    }

    /// The data folder cannot be read or written.
    record NotWritable() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.not-writable");
        }
    }

    @Code("settings.disk-full")
    record DiskFull() implements SettingsFailure {}

    /// The machine's administrator has locked this key.
    record Locked(String key) implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.locked", key);
        }
    }

    @Code("settings.out-of-range")
    record OutOfRange(String key) implements SettingsFailure {}

    /// The key of this folder is in the keyring of the operating system, which is locked or missing.
    record KeyringUnavailable() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.keyring-unavailable");
        }
    }

    /// There is data, but its key is missing or was replaced by another.
    record KeyMissing() implements SettingsFailure {
        @Override
        public Problem problem() {
            return Problem.of("settings.key-missing");
        }
    }

    /// The failure that a failed read or write of a file means.
    static SettingsFailure of(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        boolean full =
                text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
        return full ? new DiskFull() : new NotWritable();
    }
}
