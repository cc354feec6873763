package io.vestibule.journal.run;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listeners of the jobs of one journal, and the wake-up of its runner. Notified on the thread that changed
/// the job, after its transaction is committed. If a listener throws, the exception is logged and the others
/// are still notified.
public final class JobListeners {

    private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private volatile Runnable wakeUp = () -> {};

    /// Registers a listener that is notified of every job that is added or changes. Close to remove it.
    public AutoCloseable add(Consumer<UUID> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Call when the state of the job or of one of its steps has changed.
    public void notifyChanged(UUID job) {
        for (Consumer<UUID> listener : listeners) {
            try {
                listener.accept(job);
            } catch (Throwable e) { // also an Error: the others must be notified, and the runner must go on
                LOG.warn("A listener failed on job {}", job, e);
            }
        }
    }

    /// Call when the job may have a step that is due. Only the journal calls this: a caller that adds a job
    /// may be inside a transaction that is not committed yet.
    public void notifyDue(UUID job) {
        wakeUp.run();
        notifyChanged(job);
    }

    void setWakeUp(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }
}
