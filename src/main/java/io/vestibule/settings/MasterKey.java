package io.vestibule.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The master secret of a data folder: 256 random bits, generated once, from which every other key is derived with
/// HKDF-SHA256 (RFC 5869) and the name of its purpose. A derived key reveals nothing about another.
public final class MasterKey {

    static final String NAME = "master";

    private static final int BYTES = 32;
    private static final int CHECK_BYTES = 16;

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key;
    }

    /// Reads the key of this folder, or generates it if the folder never had one.
    ///
    /// @throws SettingsException `settings.key-missing` if the folder's key is lost or was replaced by another
    public static MasterKey open(DataFolder folder, Vault vault) {
        VaultRecord record =
                VaultRecord.read(folder).orElseThrow(() -> new SettingsException(new SettingsFailure.KeyMissing()));
        Optional<char[]> stored = vault.read(NAME);
        if (stored.isEmpty() && (record.check().isPresent() || folder.holdsData())) {
            throw new SettingsException(new SettingsFailure.KeyMissing());
        }
        MasterKey key = stored.map(MasterKey::decode).orElseGet(() -> generate(vault));
        byte[] check = Arrays.copyOf(key.derive("check"), CHECK_BYTES);
        if (record.check().isEmpty()) {
            record.withCheck(HexFormat.of().formatHex(check)).write(folder);
        } else if (!sameCheck(record.check().get(), check)) {
            throw new SettingsException(new SettingsFailure.KeyMissing());
        }
        VaultSelector.tidy(folder, vault.kind());
        return key;
    }

    /// A key of 32 bytes for this purpose only.
    ///
    /// @param purpose for example `database`; never changes once data was written under it
    public byte[] derive(String purpose) {
        try {
            // With the provider's name the other providers need not be loaded and searched.
            return KDF.getInstance("HKDF-SHA256", "SunJCE")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(("vestibule/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 25 has HKDF-SHA256", e);
        }
    }

    /// [#derive] as 64 hexadecimal digits: no space, at which H2 ends the file password.
    public char[] databasePassword(String purpose) {
        return HexFormat.of().formatHex(derive(purpose)).toCharArray();
    }

    /// The key itself, for a backup that is encrypted with a key derived from it: without it nobody can read the
    /// databases in the backup.
    public byte[] export() {
        return key.clone();
    }

    /// The key as text to print, see [RecoveryKey].
    public String recoveryText() {
        return RecoveryKey.text(key);
    }

    /// Puts a key that was typed in place of a lost one, in the keyring if there is one, else in the file. Data
    /// is not touched.
    ///
    /// @param typed see [RecoveryKey]
    /// @param opens whether the data can be opened with a key; asked only if nothing else tells
    /// @throws SettingsException `settings.recovery-key-typed`, `settings.recovery-key-other`; nothing was changed
    public static void recover(DataFolder folder, String typed, Predicate<MasterKey> opens) {
        recover(folder, typed, opens, SystemKeyring::open);
    }

    static void recover(DataFolder folder, String typed, Predicate<MasterKey> opens, Keyring.Source source) {
        MasterKey key = new MasterKey(RecoveryKey.parse(typed));
        Optional<VaultRecord> record = VaultSelector.readableRecord(folder);
        byte[] check = Arrays.copyOf(key.derive("check"), CHECK_BYTES);
        // A folder without data has nothing that another key would open: a backup is restored into it.
        boolean ours = !folder.holdsData()
                || record.flatMap(VaultRecord::check)
                        .map(known -> sameCheck(known, check))
                        .orElseGet(() -> opens.test(key));
        if (!ours) {
            throw new SettingsException(new SettingsFailure.RecoveryKeyOther());
        }
        char[] secret = Base64.getEncoder().encodeToString(key.key).toCharArray();
        VaultSelector.store(folder, record, secret, HexFormat.of().formatHex(check), source);
    }

    private static MasterKey generate(Vault vault) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        vault.write(NAME, Base64.getEncoder().encodeToString(key).toCharArray());
        return new MasterKey(key);
    }

    private static MasterKey decode(char[] text) {
        try {
            byte[] key = Base64.getDecoder().decode(new String(text));
            if (key.length == BYTES) {
                return new MasterKey(key);
            }
            throw new SettingsException(new SettingsFailure.KeyMissing());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(new SettingsFailure.KeyMissing(), e);
        }
    }

    private static boolean sameCheck(String recorded, byte[] check) {
        return MessageDigest.isEqual(
                recorded.getBytes(StandardCharsets.UTF_8),
                HexFormat.of().formatHex(check).getBytes(StandardCharsets.UTF_8));
    }
}
