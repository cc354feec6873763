package io.vestibule.bulk;

import io.vestibule.base.GuardedTime;
import java.time.Duration;

/// Deletes what is known of the rows of imports that nobody needs any more. The people who were enrolled stay.
public final class ImportRetention {

    /// An ended import can be undone and its report written, an open one continued, for a week.
    static final Duration KEPT = Duration.ofDays(7);

    private final ImportRunStore runs;
    private final GuardedTime clock;

    /// @param runs of all companies
    public ImportRetention(ImportRunStore runs, GuardedTime clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /// Deletes nothing by a clock that jumped.
    public void run() {
        if (clock.isTrusted()) {
            var _ = runs.deleteUnchangedSince(clock.instant().minus(KEPT));
        }
    }
}
