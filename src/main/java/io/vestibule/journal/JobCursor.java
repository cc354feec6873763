package io.vestibule.journal;

import java.time.Instant;
import java.util.UUID;

/// Pagination cursor of jobs: the next page begins after it, whatever jobs were added or ended in the meantime.
public record JobCursor(Instant at, UUID job) {

    /// Cursor after this job in a list of jobs that have not ended.
    public static JobCursor byCreated(JobRecord last) {
        return new JobCursor(last.created(), last.id());
    }

    /// Cursor after this job in a list of jobs that have ended.
    public static JobCursor byChanged(JobRecord last) {
        return new JobCursor(last.changed(), last.id());
    }
}
