package io.vestibule.privacy;

import io.vestibule.audit.AuditFile;
import io.vestibule.audit.AuditLog;
import io.vestibule.audit.AuditQuery;
import io.vestibule.base.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/// Writes entries of the log into a file, which is itself an entry. Needs `audit.Permission.READ_AUDIT`. Blocks.
public final class AuditExportFlow {

    private final AuditReader reader;
    private final AuditLog log;

    public AuditExportFlow(AuditReader reader, AuditLog log) {
        this.reader = reader;
        this.log = log;
    }

    /// Writes what [AuditReader#page] finds.
    ///
    /// @param file JSON if its name ends so, else CSV; replaced if it exists
    /// @return number of entries
    /// @throws PrivacyException `privacy.file-not-written`; the file is as it was
    public long export(AuditSearch search, Path file, ProgressListener progress) {
        var query = reader.query(search);
        return query.isPresent() ? write(query.get(), file, progress) : 0;
    }

    /// For the command line: no operator is signed in; reading the data folder and its key is permission enough.
    public long exportAll(Path file) {
        return write(AuditQuery.ALL, file, ProgressListener.NONE);
    }

    private long write(AuditQuery query, Path file, ProgressListener progress) {
        var format = format(file);
        // Before anything is written: no export without an entry.
        log.append(AuditAction.AUDIT_EXPORTED.code(), format.name().toLowerCase(Locale.ROOT));
        int total = (int) Math.min(log.size(), Integer.MAX_VALUE);
        var names = reader.names();
        try {
            var part = Files.createTempFile(file.toAbsolutePath().getParent(), ".audit", ".part");
            try {
                long count;
                try (var to = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                    count = new AuditFile(log, names).write(query, format, to, written -> {
                        if (Thread.currentThread().isInterrupted()) {
                            throw new CancellationException();
                        }
                        progress.onProgress((int) Math.min(written, total), total);
                    });
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return count;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new PrivacyException(
                    new PrivacyFailure.FileNotWritten(e.getClass().getSimpleName()), e);
        }
    }

    private static AuditFile.Format format(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? AuditFile.Format.JSON
                : AuditFile.Format.CSV;
    }
}
