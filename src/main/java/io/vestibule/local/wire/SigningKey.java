package io.vestibule.local.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key of one day, region and service, derived from the secret (Signature Version 4), and what is signed with it.
final class SigningKey {

    /// Of a whole request, of a chunk of its body, of what follows the last chunk.
    enum Scheme {
        REQUEST("AWS4-HMAC-SHA256"),
        CHUNK("AWS4-HMAC-SHA256-PAYLOAD"),
        TRAILER("AWS4-HMAC-SHA256-TRAILER");

        private final String label;

        Scheme(String label) {
            this.label = label;
        }
    }

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] derived;
    private final String date;
    private final String scope;

    /// @param date value of the header `X-Amz-Date`
    SigningKey(AccessKey key, Authorization claim, String date) {
        var secret = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (var part : claim.scopeParts()) {
            secret = hmac(secret, part);
        }
        this.derived = secret;
        this.date = date;
        this.scope = claim.scope();
    }

    /// @param last the lines of the string to sign after the scope, in order
    String sign(Scheme scheme, String... last) {
        return HEX.formatHex(hmac(derived, scheme.label + "\n" + date + "\n" + scope + "\n" + String.join("\n", last)));
    }

    /// Compares in constant time, so that the duration does not reveal where two texts differ.
    static boolean equalInConstantTime(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
