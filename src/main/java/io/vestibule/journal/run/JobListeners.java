package io.vestibule.journal.run;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listeners to the jobs of one journal, and the runner that has to wake up when one is due. Called on the thread that
/// changed the job, after its transaction was committed. A listener that throws is logged and keeps no other from being
/// notified.
public final class JobListeners {

    private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private volatile Runnable wakeUp = () -> {};

    /// Notifies `listener` of every job that is added or changes. Close to stop.
    public AutoCloseable add(Consumer<UUID> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The job, or one of its steps, is in another state now.
    public void notifyChanged(UUID job) {
        for (Consumer<UUID> listener : listeners) {
            try {
                listener.accept(job);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on job {}", job, e);
            }
        }
    }

    /// The job may have a step that is due. Only the journal knows when that is so: whoever adds a job may be inside
    /// the transaction of somebody else.
    public void notifyDue(UUID job) {
        wakeUp.run();
        notifyChanged(job);
    }

    void setWakeUp(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }
}
