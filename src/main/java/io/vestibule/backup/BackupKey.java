package io.vestibule.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys that open a backup, by the name of their slot. Each backup has a random key of its own, which is in its
/// header once for each slot, encrypted with that slot's key; one of them is enough.
public final class BackupKey {

    /// Derived from the master key of the data folder.
    public static final String VAULT = "vault";

    /// Of the recovery key, which is kept outside the computer.
    public static final String RECOVERY = "recovery";

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, byte[]> slots;

    private BackupKey(Map<String, byte[]> slots) {
        this.slots = Map.copyOf(slots);
    }

    /// @param key 32 bytes
    public static BackupKey ofVault(byte[] key) {
        return new BackupKey(Map.of(VAULT, key.clone()));
    }

    /// @param key 32 bytes
    public static BackupKey ofRecovery(byte[] key) {
        return new BackupKey(Map.of(RECOVERY, key.clone()));
    }

    /// With a second slot.
    ///
    /// @param key 32 bytes
    public BackupKey andRecovery(byte[] key) {
        var both = new LinkedHashMap<>(slots);
        both.put(RECOVERY, key.clone());
        return new BackupKey(both);
    }

    public boolean isRecoverable() {
        return slots.containsKey(RECOVERY);
    }

    static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /// Eight hexadecimal digits that are the same for all backups of a data folder: several can share one folder.
    public String id() {
        var key = slots.get(VAULT);
        return key == null ? "" : HexFormat.of().formatHex(hash(key, "id"), 0, 4);
    }

    /// A keyed hash that tells nothing about `text` without the vault.
    ///
    /// @throws IllegalStateException without the vault's key
    public String fingerprint(String text) {
        return HexFormat.of().formatHex(hash(vault(), "erased " + text));
    }

    private byte[] vault() {
        var key = slots.get(VAULT);
        if (key == null) {
            throw new IllegalStateException("A key of the vault is needed");
        }
        return key;
    }

    private static byte[] hash(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    /// The key of a backup, encrypted for each slot, in hexadecimal.
    Map<String, String> wrap(byte[] key, String moment) {
        var wrapped = new LinkedHashMap<String, String>();
        slots.forEach((slot, slotKey) -> wrapped.put(slot, wrap(key, slot + " " + moment, slotKey)));
        return wrapped;
    }

    private static String wrap(byte[] key, String bound, byte[] slotKey) {
        var nonce = Arrays.copyOf(random(), NONCE);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, bound, slotKey, nonce).doFinal(key);
            return HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /// @return empty if no slot of the header can be opened with these keys
    Optional<byte[]> unwrap(Map<String, String> wrapped, String moment) {
        for (var slot : slots.entrySet()) {
            var text = wrapped.get(slot.getKey());
            if (text == null) {
                continue;
            }
            try {
                var bytes = HexFormat.of().parseHex(text);
                var cipher = cipher(
                        Cipher.DECRYPT_MODE,
                        slot.getKey() + " " + moment,
                        slot.getValue(),
                        Arrays.copyOf(bytes, NONCE));
                return Optional.of(cipher.doFinal(bytes, NONCE, bytes.length - NONCE));
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                // Another key: the next slot.
            }
        }
        return Optional.empty();
    }

    private static Cipher cipher(int mode, String bound, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
