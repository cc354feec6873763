package io.vestibule.setup;

import io.vestibule.backup.BackupFile;
import io.vestibule.base.ProgressListener;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs [BackupFlow] on a thread of its own, which nobody interrupts: an interrupt inside the database would close it.
public final class BackupSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

    /// The start of the program needs the processor itself.
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final BackupFlow flow;
    private final ErasureFlow erasures;
    private final AtomicBoolean exporting = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("backup").daemon().factory());

    public BackupSchedule(BackupFlow flow, ErasureFlow erasures) {
        this.flow = flow;
        this.erasures = erasures;
    }

    /// From now on, whatever is due is made.
    public void start() {
        var _ = thread.scheduleWithFixedDelay(flow::runIfDue, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /// Exports what was erased meanwhile, soon and on the thread of this schedule. Coalesces calls.
    public void exportSoon() {
        if (exporting.compareAndSet(false, true)) {
            try {
                thread.execute(this::export);
            } catch (RejectedExecutionException _) {
                // Closed: the last export follows.
            }
        }
    }

    /// Call when nothing is erased any more.
    public void exportLast() {
        export();
    }

    private void export() {
        exporting.set(false);
        try {
            erasures.exportHere();
        } catch (RuntimeException e) {
            LOG.warn("What was erased is exported later: {}", e.getClass().getName());
        }
    }

    /// Makes a backup now, and waits for it. If the waiting thread is interrupted, the backup goes on.
    ///
    /// @throws io.vestibule.store.StoreException as [BackupFlow#make]
    public BackupFile makeNow(ProgressListener progress) throws InterruptedException {
        try {
            return thread.submit(() -> flow.make(progress)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException e) {
            throw new CancellationException("closed");
        }
    }

    /// Waits until a backup in progress has ended, which it does at its next step.
    @Override
    public void close() {
        flow.close();
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
