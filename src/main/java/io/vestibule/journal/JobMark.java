package io.vestibule.journal;

import java.time.Instant;
import java.util.UUID;

/// Where a page of jobs ended: the next one begins behind it, whatever was added or ended meanwhile.
public record JobMark(Instant at, UUID job) {

    /// Behind this job in a list of jobs that have not ended.
    public static JobMark byAge(JobRecord last) {
        return new JobMark(last.created(), last.id());
    }

    /// Behind this job in a list of jobs that have ended.
    public static JobMark byEnd(JobRecord last) {
        return new JobMark(last.changed(), last.id());
    }
}
