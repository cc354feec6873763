package io.vestibule.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals values with AES-256-GCM and computes checksums of rows with HMAC-SHA256, under keys of one database
/// file. A
/// value is bound to its table and the id of its row, a checksum to its table and the names of the columns.
final class RowKeys {

    /// Bytes by which a sealed value is longer: the format, a random nonce, and the tag.
    static final int OVERHEAD = 29;

    /// Bytes of a checksum.
    static final int CHECKSUM = 16;

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final Mac checksums;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<String, byte[]> layouts = new ConcurrentHashMap<>();

    RowKeys(FileKeys keys) {
        this.sealing = new SecretKeySpec(keys.derive("row-seal"), "AES");
        this.checksums = keys.mac("row-checksum");
    }

    byte[] seal(String table, Object id, byte[] bytes) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, table, id, nonce);
            var sealed = new byte[OVERHEAD + bytes.length];
            sealed[0] = FORMAT;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            cipher.doFinal(bytes, 0, bytes.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in GCM", e);
        }
    }

    /// @throws GeneralSecurityException if these bytes were not sealed for this row
    byte[] open(String table, Object id, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < OVERHEAD || sealed[0] != FORMAT) {
            throw new GeneralSecurityException("Not a sealed value");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return cipher(Cipher.DECRYPT_MODE, table, id, nonce).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    }

    private Cipher cipher(int mode, String table, Object id, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((table + "\n" + id).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// @param layout table and columns, see [RowChecksum#layout]
    /// @param values of the columns, in their order
    byte[] checksum(String layout, @Nullable Object[] values) {
        var mac = copy();
        mac.update(layouts.computeIfAbsent(layout, text -> text.getBytes(StandardCharsets.UTF_8)));
        for (var value : values) {
            add(mac, value);
        }
        return Arrays.copyOf(mac.doFinal(), CHECKSUM);
    }

    /// Each value is preceded by its length, so that no two rows give the same bytes.
    private static void add(Mac mac, @Nullable Object value) {
        var bytes = switch (value) {
            case null -> null;
            case byte[] binary -> binary;
            case UUID id ->
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
        mac.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .array());
        if (bytes != null) {
            mac.update(bytes);
        }
    }

    /// A copy costs less than a new one, and one cannot be used by two threads.
    private Mac copy() {
        try {
            return (Mac) checksums.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The HMAC of every JDK can be copied", e);
        }
    }
}
