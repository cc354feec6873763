package io.vestibule.privacy.retention;

import io.vestibule.audit.AuditLog;
import io.vestibule.people.RetentionDue;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.PrivacyFailure;
import io.vestibule.privacy.document.DocumentPdf;
import io.vestibule.privacy.document.PaperDocument;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the proof of a month. Needs `audit.Permission.READ_AUDIT`. Blocks.
public final class ProofFlow {

    private static final String HEAD = "subject,kind,due,result,settled";

    private final RetentionReader reader;
    private final AuditLog log;

    public ProofFlow(RetentionReader reader, AuditLog log) {
        this.reader = reader;
        this.log = log;
    }

    /// @param file CSV if its name ends so, else PDF; replaced if it exists
    /// @param words the proof as a document in the language of the screen
    /// @throws PrivacyException `privacy.file-not-written`
    public void write(YearMonth month, ZoneId zone, Path file, Function<MonthOfRetention, PaperDocument> words) {
        var proof = reader.month(month, zone);
        log.append(AuditAction.RETENTION_PROOF_WRITTEN.code(), month.toString());
        try {
            OwnerOnlyFiles.write(
                    file,
                    file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                            ? csv(proof).getBytes(StandardCharsets.UTF_8)
                            : DocumentPdf.bytes(words.apply(proof)));
        } catch (IOException e) {
            throw new PrivacyException(
                    new PrivacyFailure.FileNotWritten(e.getClass().getSimpleName()), e);
        }
    }

    /// Ids, times and constants, none of which needs quotes.
    private static String csv(MonthOfRetention proof) {
        return Stream.concat(Stream.of(HEAD), proof.lines().stream().map(ProofFlow::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(MonthOfRetention.Line line) {
        RetentionDue due = line.due();
        return String.join(
                ",",
                due.subject().toString(),
                due.kind().name(),
                due.due().toString(),
                line.result().name(),
                due.settled().map(Instant::toString).orElse(""));
    }
}
