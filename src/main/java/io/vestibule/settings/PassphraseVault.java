package io.vestibule.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Stores secrets in a file of the data folder that is encrypted with a passphrase. A random key encrypts the
/// secrets; a key from the passphrase (PBKDF2 with HMAC-SHA512 and a random salt) encrypts that one.
final class PassphraseVault implements Vault {

    static final int MIN_LENGTH = 10;

    /// What OWASP recommends for PBKDF2 with HMAC-SHA512: some tenths of a second. Written into the file, so
    /// that a later version may choose more.
    static final int ITERATIONS = 210_000;

    /// More than that in a changed file would only keep the computer busy.
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final String PREFIX = "secret.";
    private static final int KEY_BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final byte[] key;

    private PassphraseVault(Path file, byte[] key) {
        this.file = file;
        this.key = key;
    }

    /// @throws SettingsException `settings.passphrase-wrong`; `settings.key-missing` if the file is missing or
    ///     damaged
    static PassphraseVault open(Path file, char[] passphrase) {
        if (!Files.exists(file)) {
            throw new SettingsException(new SettingsFailure.KeyMissing());
        }
        var values = read(file);
        try {
            int iterations = ((Number) values.getOrDefault("iterations", 0)).intValue();
            if (iterations < 1 || iterations > MOST_ITERATIONS) {
                throw new SettingsException(new SettingsFailure.KeyMissing());
            }
            var salt = HexFormat.of().parseHex(String.valueOf(values.get("salt")));
            var wrapped = HexFormat.of().parseHex(String.valueOf(values.get("key")));
            return new PassphraseVault(file, decrypt(fromPassphrase(passphrase, salt, iterations), "key", wrapped));
        } catch (AEADBadTagException e) {
            throw new SettingsException(new SettingsFailure.PassphraseWrong(), e);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new SettingsException(new SettingsFailure.KeyMissing(), e);
        }
    }

    /// Replaces the file by one without secrets.
    ///
    /// @throws SettingsException `settings.passphrase-short`
    static PassphraseVault create(Path file, char[] passphrase) {
        requireLength(passphrase);
        var vault = new PassphraseVault(file, random(KEY_BYTES));
        vault.save(vault.wrapped(passphrase, Map.of()));
        return vault;
    }

    /// Replaces the passphrase.
    ///
    /// @throws SettingsException `settings.passphrase-short`
    synchronized void changePassphrase(char[] passphrase) {
        requireLength(passphrase);
        save(wrapped(passphrase, read(file)));
    }

    private static void requireLength(char[] passphrase) {
        if (normalized(passphrase).length < MIN_LENGTH) {
            throw new SettingsException(new SettingsFailure.PassphraseShort(MIN_LENGTH));
        }
    }

    private Map<String, Object> wrapped(char[] passphrase, Map<String, Object> secrets) {
        var salt = random(KEY_BYTES);
        var values = new java.util.LinkedHashMap<>(secrets);
        values.put("salt", HexFormat.of().formatHex(salt));
        values.put("iterations", ITERATIONS);
        values.put("key", HexFormat.of().formatHex(encrypt(fromPassphrase(passphrase, salt, ITERATIONS), "key", key)));
        return values;
    }

    @Override
    public Kind kind() {
        return Kind.PASSPHRASE;
    }

    @Override
    public synchronized Optional<char[]> read(String name) {
        if (!(read(file).get(PREFIX + name) instanceof String text)) {
            return Optional.empty();
        }
        try {
            var bytes = decrypt(key, PREFIX + name, HexFormat.of().parseHex(text));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).toCharArray());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SettingsException(new SettingsFailure.KeyMissing(), e);
        }
    }

    @Override
    public synchronized void write(String name, char[] secret) {
        var values = read(file);
        var bytes = new String(secret).getBytes(StandardCharsets.UTF_8);
        values.put(PREFIX + name, HexFormat.of().formatHex(encrypt(key, PREFIX + name, bytes)));
        save(values);
    }

    @Override
    public synchronized void delete(String name) {
        var values = read(file);
        if (values.remove(PREFIX + name) != null) {
            save(values);
        }
    }

    private static Map<String, Object> read(Path file) {
        try {
            return SettingsFile.read(file);
        } catch (SettingsFile.Damaged e) {
            throw new SettingsException(new SettingsFailure.KeyMissing(), e);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    private void save(Map<String, Object> values) {
        try {
            SettingsFile.write(file, values);
        } catch (IOException e) {
            throw SettingsException.of(e);
        }
    }

    /// Keyboards differ in whether an umlaut is one character or two.
    private static char[] normalized(char[] passphrase) {
        return Normalizer.normalize(new String(passphrase), Normalizer.Form.NFC).toCharArray();
    }

    private static byte[] fromPassphrase(char[] passphrase, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(normalized(passphrase), salt, iterations, KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] encrypt(byte[] key, String name, byte[] bytes) {
        var nonce = random(NONCE);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, name, nonce).doFinal(bytes);
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in GCM", e);
        }
    }

    private static byte[] decrypt(byte[] key, String name, byte[] bytes) throws GeneralSecurityException {
        if (bytes.length < NONCE) {
            throw new GeneralSecurityException("Too short");
        }
        return cipher(Cipher.DECRYPT_MODE, key, name, Arrays.copyOf(bytes, NONCE))
                .doFinal(bytes, NONCE, bytes.length - NONCE);
    }

    private static Cipher cipher(int mode, byte[] key, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("vault/" + name).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
