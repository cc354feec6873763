package io.vestibule.audit;

import io.vestibule.base.OperatorId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// One line of the log.
///
/// @param sequence 1 for the first entry, without gaps
/// @param at to the millisecond
/// @param operator who was signed in; empty for what the console does by itself
/// @param action what was done, for example `person.removed`
/// @param subject id of what it was done to; may be empty
public record AuditEntry(long sequence, Instant at, Optional<OperatorId> operator, String action, String subject) {

    static final String NO_HASH = "0".repeat(64);

    /// SHA-256 over the hash of the entry before and everything this one says, as 64 hexadecimal digits. No field can
    /// hold a line feed, so no two entries read the same.
    String hashAfter(String previous) {
        String said = String.join(
                "\n",
                previous,
                Long.toString(sequence),
                at.toString(),
                operator.map(OperatorId::toString).orElse(""),
                action,
                subject);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
