package io.vestibule.bulk;

import io.vestibule.store.Database;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A few threads that work on rows, with only a few rows in memory: [#submit] blocks while there are enough.
/// Nobody interrupts these threads, because they use the database; what is begun is finished.
final class RowWorkers implements AutoCloseable {

    private final int places;
    private final Semaphore room;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final ThreadPoolExecutor workers;

    RowWorkers(int threads) {
        this.places = 2 * threads;
        this.room = new Semaphore(places);
        this.workers = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("import-", 1).daemon().factory());
    }

    /// @throws CancellationException if the calling thread is interrupted while it waits
    /// @throws RuntimeException what an earlier row threw
    void submit(Runnable work) {
        acquire(1);
        throwFailure();
        workers.execute(() -> {
            try {
                if (failure.get() == null) {
                    Database.asBackground(work);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /// Waits for what was submitted.
    ///
    /// @throws RuntimeException what a row threw
    void finish() {
        acquire(places);
        room.release(places);
        throwFailure();
    }

    private void acquire(int permits) {
        try {
            room.acquire(permits);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The import was cancelled");
        }
    }

    private void throwFailure() {
        switch (failure.get()) {
            case null -> {
                // All went well.
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// Waits for what has begun.
    @Override
    public void close() {
        workers.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            while (!terminated()) {
                interrupted = true;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean terminated() {
        try {
            return workers.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException _) {
            return workers.isTerminated();
        }
    }
}
