package io.vestibule.journal.ui;

import io.vestibule.journal.Journal;
import io.vestibule.ui.Debouncer;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.TaskRunner;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Number of parked jobs, for the navigation rail; updated whatever screen is open. FX thread only.
public final class ParkedJobsCounter {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedJobsCounter.class);

    private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper(0);
    private final Debouncer debouncer;

    /// Counts until the journal is closed.
    public ParkedJobsCounter(Journal journal, TaskRunner taskRunner) {
        LatestQuery<Boolean, Long> count = new LatestQuery<>(
                taskRunner,
                Duration.ZERO,
                _ -> journal.counts().parked(),
                parked -> number.set(Math.toIntExact(parked)),
                // The screen itself shows the problem; the last number stays.
                problem -> LOG.warn("Jobs could not be counted: {}", problem.code()));
        debouncer = new Debouncer(taskRunner, Duration.millis(300), () -> count.submit(true));
        journal.onChange(_ -> debouncer.trigger());
        debouncer.start();
    }

    /// Counts again, because the jobs of another company are shown now.
    public void refresh() {
        debouncer.trigger();
    }

    public ReadOnlyIntegerProperty count() {
        return number.getReadOnlyProperty();
    }
}
