package io.vestibule.journal.ui;

import io.vestibule.journal.Journal;
import io.vestibule.ui.Gathering;
import io.vestibule.ui.LatestWork;
import io.vestibule.ui.Work;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many jobs need a person, for the rail: kept up to date whatever screen is open. FX thread only.
public final class Attention {

    private static final Logger LOG = LoggerFactory.getLogger(Attention.class);

    private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper(0);
    private final Gathering gathering;

    /// Counts from now on, until the journal is closed.
    public Attention(Journal journal, Work work) {
        LatestWork<Boolean, Long> count = new LatestWork<>(
                work,
                Duration.ZERO,
                _ -> journal.counts().parked(),
                parked -> number.set(Math.toIntExact(parked)),
                // The screen itself tells what is wrong; the number stays what it was.
                problem -> LOG.warn("Jobs could not be counted: {}", problem.code()));
        gathering = new Gathering(work, Duration.millis(300), () -> count.ask(true));
        journal.onChange(_ -> gathering.changed());
        gathering.start();
    }

    public ReadOnlyIntegerProperty number() {
        return number.getReadOnlyProperty();
    }
}
