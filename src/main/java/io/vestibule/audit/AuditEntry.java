package io.vestibule.audit;

import io.vestibule.base.OperatorId;
import io.vestibule.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One entry of the audit log.
///
/// @param sequence 1 for the first entry, without gaps
/// @param at to the millisecond
/// @param operator who was signed in; empty for automatic actions
/// @param action what was done, for example `person.removed`
/// @param subject id of the object of the action; may be empty
public record AuditEntry(long sequence, Instant at, Optional<OperatorId> operator, String action, String subject) {

    static final String NO_HASH = "0".repeat(64);

    /// HMAC-SHA256 over the hash of the previous entry and all fields of this one, as 64 hexadecimal digits.
    String hashAfter(String previous, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text(previous)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    /// As [#hashAfter(String, SecretKeySpec)] without a key: of entries of earlier versions.
    String hashAfter(String previous) {
        return Sha256.hex(text(previous));
    }

    /// No field can contain a line feed, so two different entries never have the same text.
    private byte[] text(String previous) {
        return String.join(
                        "\n",
                        previous,
                        Long.toString(sequence),
                        at.toString(),
                        operator.map(OperatorId::toString).orElse(""),
                        action,
                        subject)
                .getBytes(StandardCharsets.UTF_8);
    }
}
