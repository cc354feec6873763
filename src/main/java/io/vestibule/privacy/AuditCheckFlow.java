package io.vestibule.privacy;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.AuditVerification;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.ProgressListener;
import java.util.concurrent.CancellationException;

/// Checks that no entry of the log was changed, removed or inserted since it was written; the result is itself an
/// entry. Needs [Permission#READ_AUDIT]. Blocks.
public final class AuditCheckFlow {

    private final AuditLog log;
    private final Session session;

    public AuditCheckFlow(AuditLog log, Session session) {
        this.log = log;
        this.session = session;
    }

    public AuditVerification verify(ProgressListener progress) {
        session.require(Permission.READ_AUDIT);
        return run(log, progress);
    }

    /// For the command line: no operator is signed in; reading the data folder and its key is permission enough.
    public static AuditVerification run(AuditLog log, ProgressListener progress) {
        var found = log.verify((done, total) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            progress.onProgress(done, total);
        });
        found.brokenAt()
                .ifPresentOrElse(
                        place -> log.append(AuditAction.AUDIT_BROKEN.code(), Long.toString(place)),
                        () -> log.append(AuditAction.AUDIT_VERIFIED.code(), Long.toString(found.entries())));
        return found;
    }
}
