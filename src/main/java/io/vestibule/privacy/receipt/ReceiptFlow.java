package io.vestibule.privacy.receipt;

import io.vestibule.audit.AuditLog;
import io.vestibule.people.change.ErasureCheck;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.PrivacyFailure;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Writes the receipt of an erasure of which nothing is left. Needs `audit.Permission.READ_AUDIT`. Blocks.
public final class ReceiptFlow {

    private final ErasureReader reader;
    private final AuditLog log;
    private final Supplier<ReceiptKey> key;
    private final Supplier<Duration> backups;

    /// @param key of this desk
    /// @param backups how long a backup is kept
    public ReceiptFlow(ErasureReader reader, AuditLog log, Supplier<ReceiptKey> key, Supplier<Duration> backups) {
        this.reader = reader;
        this.log = log;
        this.key = key;
        this.backups = backups;
    }

    /// @param file PDF if its name ends so, else JSON, which a program can verify; replaced if it exists
    /// @param words the receipt as a document in the language of the screen
    /// @throws PrivacyException `privacy.not-proven` if something is or may be left, `privacy.file-not-written`
    public void write(UUID erasure, Path file, Function<SignedReceipt, PdfDocument> words) {
        var check = reader.find(erasure)
                .filter(found -> found.verifiedAt().isPresent())
                .orElseThrow(() -> new PrivacyException(new PrivacyFailure.NotProven()));
        var receipt = sign(check);
        log.append(AuditAction.RECEIPT_MADE.code(), erasure.toString());
        try {
            OwnerOnlyFiles.write(
                    file,
                    isPdf(file) ? words.apply(receipt).bytes() : receipt.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PrivacyException(
                    new PrivacyFailure.FileNotWritten(e.getClass().getSimpleName()), e);
        }
    }

    private SignedReceipt sign(ErasureCheck check) {
        return SignedReceipt.of(Receipt.of(check, backups.get()), key.get());
    }

    private static boolean isPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
