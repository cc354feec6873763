package io.vestibule.settings;

import java.time.Duration;
import java.util.Optional;

/// Selects the vault of a data folder: the keyring of the operating system if there is one, else a file in the
/// folder. The first selection is stored and kept, because the key is there.
public final class VaultSelector {

    /// Long enough to type a password when the keyring asks for one.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// Shorter at the first start, when an unresponsive keyring is replaced by the file vault.
    private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(10);

    private static final String KEY_FILE = "vault.key";

    private VaultSelector() {}

    /// @throws SettingsException `settings.keyring-unavailable` if this folder's key is in a keyring that is locked
    ///     or missing, `settings.key-missing` if the record of its vault is lost
    public static Vault open(DataFolder folder) {
        return open(folder, SystemKeyring::open);
    }

    static Vault open(DataFolder folder, Keyring.Source source) {
        Optional<VaultRecord> record = VaultRecord.read(folder);
        if (record.isPresent()) {
            return reopen(folder, record.get(), source);
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

    private static Vault reopen(DataFolder folder, VaultRecord record, Keyring.Source source) {
        return switch (record.kind()) {
            case FILE -> new FileVault(folder.path().resolve(KEY_FILE));
            case KEYRING -> KeyringVault.open(source, record.folderId(), TIMEOUT);
        };
    }

    private static Vault keyringOr(Vault file, Keyring.Source source, String folderId) {
        try {
            return KeyringVault.open(source, folderId, FIRST_TIMEOUT);
        } catch (SettingsException _) {
            return file;
        }
    }
}
