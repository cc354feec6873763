package io.vestibule.local.engine.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Pagination tokens. Each is signed for the list that it was issued for (operation, collection, filters), so that it
/// is rejected for any other list.
public final class PageTokens {

    private static final int SIGNATURE = 16;

    private final byte[] key;

    public PageTokens(byte[] key) {
        this.key = key;
    }

    /// @param after number of the last row that was returned
    /// @param scope everything that identifies the list, without the page size
    public String token(long after, String scope) {
        var position = ByteBuffer.allocate(Long.BYTES).putLong(after).array();
        var token = Arrays.copyOf(position, Long.BYTES + SIGNATURE);
        System.arraycopy(sign(position, scope), 0, token, Long.BYTES, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// The number of the row after which the list continues: 0 without a token.
    public long position(@Nullable String token, String scope) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            throw RekognitionErrors.badPageToken();
        }
        var position = Arrays.copyOf(bytes, Long.BYTES);
        var signature = bytes.length < Long.BYTES ? bytes : Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        if (!MessageDigest.isEqual(signature, sign(position, scope))) {
            throw RekognitionErrors.badPageToken();
        }
        return ByteBuffer.wrap(position).getLong();
    }

    private byte[] sign(byte[] position, String scope) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(position);
            return Arrays.copyOf(mac.doFinal(scope.getBytes(StandardCharsets.UTF_8)), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
