package io.vestibule.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts the bytes of a file with AES-256-GCM and binds them to the name of the file, so that swapping two files
/// is detected. An encrypted file is one byte for the format, 12 random bytes, and the ciphertext with its tag.
final class FileCipher {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /// @param key 32 bytes
    FileCipher(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("The key of a bucket has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] encrypt(String name, byte[] bytes) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, name, nonce);
            var sealed = new byte[1 + NONCE + cipher.getOutputSize(bytes.length)];
            sealed[0] = FORMAT;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            cipher.doFinal(bytes, 0, bytes.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in GCM", e);
        }
    }

    /// @throws GeneralSecurityException if the bytes were not encrypted under that name with that key
    byte[] decrypt(String name, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < 1 + NONCE || sealed[0] != FORMAT) {
            throw new GeneralSecurityException("Not a sealed file");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
