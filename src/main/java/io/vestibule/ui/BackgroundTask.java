package io.vestibule.ui;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// One running background task, for display. FX thread only, but for [#cancel].
public final class BackgroundTask {

    private final String label;
    private final Runnable cancel;
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");

    BackgroundTask(String label, Runnable cancel) {
        this.label = label;
        this.cancel = cancel;
    }

    public String label() {
        return label;
    }

    /// Units finished, 0..total.
    public ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }

    /// Units in all; 0 while unknown.
    public ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    /// Requests cancellation by interrupting the task's thread. No effect after the task has ended.
    public void cancel() {
        cancel.run();
    }

    void setProgress(int doneNow, int totalNow) {
        total.set(totalNow);
        done.set(doneNow);
    }
}
