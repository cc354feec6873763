package io.vestibule.journal;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.store.Database;
import java.util.List;
import java.util.UUID;

/// What a person may do about work that waits or has stopped. All of it blocks, and throws
/// [io.vestibule.audit.AuditException] if the operator may not.
public final class JobFlow {

    private final Database database;
    private final Journal journal;
    private final Session session;
    private final AuditLog log;

    public JobFlow(Database database, Journal journal, Session session, AuditLog log) {
        this.database = database;
        this.journal = journal;
        this.session = session;
        this.log = log;
    }

    /// Tries a waiting or parked job again now.
    public void retry(UUID job) {
        session.require(Permission.ENROL);
        journal.retryNow(job);
    }

    /// Tries everything that met a problem again now. What merely waits for its time keeps it.
    ///
    /// @return how many jobs that were
    public int retryAll() {
        session.require(Permission.ENROL);
        List<UUID> jobs = journal.jobsWithProblems();
        database.transaction(() -> jobs.forEach(journal::retryNow));
        return jobs.size();
    }

    /// Ends a job where it stands: what was done stays done, the rest is not done.
    public void giveUp(UUID job) {
        session.require(Permission.MANAGE_PEOPLE);
        database.transaction(() -> {
            journal.drop(job);
            log.append("job.given-up", job.toString());
        });
    }
}
