package io.vestibule.settings;

import io.vestibule.base.Failure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/// Causes of a [SettingsException].
public sealed interface SettingsFailure extends Failure {

    /// Another process has the data folder open.
    @Code("settings.data-in-use")
    record DataInUse() implements SettingsFailure {}

    /// There is a file where the data folder should be.
    @Code("settings.not-a-folder")
    record NotAFolder() implements SettingsFailure {}

    /// The folder is accessible to others, and must not or cannot be restricted.
    @Code("settings.not-private")
    record NotPrivate() implements SettingsFailure {}

    /// The data folder cannot be read or written.
    @Code("settings.not-writable")
    record NotWritable() implements SettingsFailure {}

    @Code("settings.disk-full")
    record DiskFull() implements SettingsFailure {}

    /// The machine's administrator has locked this key.
    @Code("settings.locked")
    record Locked(String key) implements SettingsFailure {}

    @Code("settings.out-of-range")
    record OutOfRange(String key) implements SettingsFailure {}

    /// The key of this folder is in the keyring of the operating system, which is locked or missing.
    @Code("settings.keyring-unavailable")
    record KeyringUnavailable() implements SettingsFailure {}

    /// The key of this folder is protected by a passphrase, which was not given.
    @Code("settings.passphrase-needed")
    record PassphraseNeeded() implements SettingsFailure {}

    @Code("settings.passphrase-wrong")
    record PassphraseWrong() implements SettingsFailure {}

    @Code("settings.passphrase-short")
    record PassphraseShort(int characters) implements SettingsFailure {}

    /// The recovery key cannot be right: a group does not fit its last character.
    ///
    /// @param group its number, from 1
    @Code("settings.recovery-key-typed")
    record RecoveryKeyTyped(int group) implements SettingsFailure {}

    /// The recovery key belongs to another data folder.
    @Code("settings.recovery-key-other")
    record RecoveryKeyOther() implements SettingsFailure {}

    /// There is data, but its key is missing or was replaced by another.
    @Code("settings.key-missing")
    record KeyMissing() implements SettingsFailure {}

    /// The failure that a failed read or write of a file means.
    static SettingsFailure of(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        boolean full =
                text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
        return full ? new DiskFull() : new NotWritable();
    }
}
