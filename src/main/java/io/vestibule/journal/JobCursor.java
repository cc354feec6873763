package io.vestibule.journal;

import java.time.Instant;
import java.util.UUID;

/// Where a page of jobs ended: the next one begins behind it, whatever was added or ended meanwhile.
public record JobCursor(Instant at, UUID job) {

    /// Behind this job in a list of jobs that have not ended.
    public static JobCursor byCreated(JobRecord last) {
        return new JobCursor(last.created(), last.id());
    }

    /// Behind this job in a list of jobs that have ended.
    public static JobCursor byChanged(JobRecord last) {
        return new JobCursor(last.changed(), last.id());
    }
}
