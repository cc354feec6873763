package io.vestibule.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Selects the vault of a data folder: the keyring of the operating system if there is one, else a file in the
/// folder. The first selection is stored and kept, because the key is there, until somebody moves it.
public final class VaultSelector {

    /// Long enough to type a password when the keyring asks for one.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// Shorter at the first start, when an unresponsive keyring is replaced by the file vault.
    private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(10);

    private static final String KEY_FILE = "vault.key";

    private static final String LOCKED_FILE = "vault.locked";

    private VaultSelector() {}

    /// @throws SettingsException `settings.keyring-unavailable` if this folder's key is in a keyring that is locked
    ///     or missing, `settings.key-missing` if the record of its vault is lost
    ///
    /// @param passphrase called if the key is protected by one
    public static MovableVault open(DataFolder folder, Supplier<Optional<char[]>> passphrase) {
        return open(folder, passphrase, SystemKeyring::open, _ -> {});
    }

    static MovableVault open(
            DataFolder folder,
            Supplier<Optional<char[]>> passphrase,
            Keyring.Source source,
            Consumer<MovableVault.Step> steps) {
        Optional<VaultRecord> record = VaultRecord.read(folder);
        Vault vault;
        if (record.map(VaultRecord::kind).filter(Vault.Kind.PASSPHRASE::equals).isPresent()) {
            char[] given =
                    passphrase.get().orElseThrow(() -> new SettingsException(new SettingsFailure.PassphraseNeeded()));
            vault = PassphraseVault.open(lockedFile(folder), given);
        } else {
            vault = open(folder, source);
        }
        return new MovableVault(folder, vault, source, steps);
    }

    static Vault open(DataFolder folder) {
        return open(folder, SystemKeyring::open);
    }

    static Path lockedFile(DataFolder folder) {
        return folder.path().resolve(LOCKED_FILE);
    }

    /// Deletes files with the key that are not in use any more: a move was interrupted, or ended. Call it only
    /// when the key was read from the place in use.
    static void tidy(DataFolder folder, Vault.Kind inUse) {
        try {
            if (inUse != Vault.Kind.FILE) {
                Files.deleteIfExists(folder.path().resolve(KEY_FILE));
            }
            if (inUse != Vault.Kind.PASSPHRASE) {
                Files.deleteIfExists(lockedFile(folder));
            }
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    /// Empty also if the record cannot be parsed: then the key that is typed has to open the data.
    static Optional<VaultRecord> readableRecord(DataFolder folder) {
        try {
            return VaultRecord.read(folder);
        } catch (SettingsException e) {
            if (e.failure() instanceof SettingsFailure.KeyMissing) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Stores a key that was lost; the record last, so that a crash leaves everything as it was.
    static void store(
            DataFolder folder, Optional<VaultRecord> record, char[] secret, String check, Keyring.Source source) {
        String folderId = record.map(VaultRecord::folderId).orElseGet(VaultRecord::mintId);
        Vault file = new FileVault(folder.path().resolve(KEY_FILE));
        Vault vault = keyringOr(file, source, folderId);
        if (vault.equals(file)) {
            try {
                Files.deleteIfExists(folder.path().resolve(KEY_FILE)); // it may be damaged
            } catch (IOException e) {
                throw SettingsException.of(e);
            }
        }
        vault.write(MasterKey.NAME, secret);
        boolean used = record.map(VaultRecord::used).orElseGet(folder::holdsData);
        new VaultRecord(vault.kind(), folderId, Optional.of(check), used).write(folder);
    }

    static Vault open(DataFolder folder, VaultRecord record, Vault.Kind kind, Keyring.Source source) {
        return switch (kind) {
            case FILE -> new FileVault(folder.path().resolve(KEY_FILE));
            case KEYRING -> KeyringVault.open(source, record.folderId(), TIMEOUT);
            case PASSPHRASE -> throw new SettingsException(new SettingsFailure.PassphraseNeeded());
        };
    }

    static Vault open(DataFolder folder, Keyring.Source source) {
        Optional<VaultRecord> record = VaultRecord.read(folder);
        if (record.isPresent()) {
            return open(folder, record.get(), record.get().kind(), source);
        }
        Vault file = new FileVault(folder.path().resolve(KEY_FILE));
        if (file.read(MasterKey.NAME).isPresent()) {
            VaultRecord.fresh(Vault.Kind.FILE, VaultRecord.mintId()).write(folder);
            return file;
        }
        if (folder.holdsData()) {
            throw new SettingsException(new SettingsFailure.KeyMissing());
        }
        String folderId = VaultRecord.mintId();
        Vault vault = keyringOr(file, source, folderId);
        VaultRecord.fresh(vault.kind(), folderId).write(folder);
        return vault;
    }

    /// Whether a database was created in this folder, by what the vault's record says.
    public static boolean isUsed(DataFolder folder) {
        return VaultRecord.read(folder).map(VaultRecord::used).orElse(false);
    }

    /// Records whether there is a database in this folder. Writes nothing if that is recorded already.
    public static void setUsed(DataFolder folder, boolean used) {
        VaultRecord.read(folder)
                .filter(record -> record.used() != used)
                .ifPresent(record -> record.withUsed(used).write(folder));
    }

    private static Vault keyringOr(Vault file, Keyring.Source source, String folderId) {
        try {
            return KeyringVault.open(source, folderId, FIRST_TIMEOUT);
        } catch (SettingsException _) {
            return file;
        }
    }
}
