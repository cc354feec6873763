package io.vestibule.journal;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.journal.run.JobState;
import io.vestibule.store.Database;
import java.util.List;
import java.util.UUID;

/// Actions of an operator on jobs that have not ended. All of them block, and throw
/// [io.vestibule.audit.AuditException] if the operator lacks the permission.
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

    /// Retries a waiting or parked job now.
    public void retry(UUID job) {
        session.require(Permission.ENROL);
        journal.retryNow(job);
    }

    /// Retries all jobs that have a problem now. Jobs that only wait until they are due keep their time.
    ///
    /// @return number of jobs
    public int retryAll() {
        session.require(Permission.ENROL);
        List<UUID> jobs = journal.jobsWithProblems();
        database.transaction(() -> jobs.forEach(journal::retryNow));
        return jobs.size();
    }

    /// Gives up a job: finished steps stay done, the others are dropped, a running one as soon as it ends.
    /// Does nothing for a job that has ended or is unknown.
    public void giveUp(UUID job) {
        session.require(Permission.MANAGE_PEOPLE);
        database.transaction(() -> {
            if (journal.job(job).filter(open -> open.state() != JobState.ENDED).isPresent()) {
                journal.drop(job);
                log.append("job.given-up", job.toString());
            }
        });
    }
}
