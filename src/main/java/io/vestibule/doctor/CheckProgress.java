package io.vestibule.doctor;

import io.vestibule.base.ProgressListener;
import java.util.concurrent.CancellationException;

/// Counts what was read, tells it, and ends the comparison if it was cancelled.
final class CheckProgress {

    private final ProgressListener listener;
    private final int total;
    private long done;

    /// @param total of all faces, users, files and photos that are expected
    CheckProgress(ProgressListener listener, long total) {
        this.listener = listener;
        this.total = (int) Math.min(Integer.MAX_VALUE, total);
    }

    void advance(int items) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        done += items;
        listener.onProgress((int) Math.min(total, done), total);
    }
}
