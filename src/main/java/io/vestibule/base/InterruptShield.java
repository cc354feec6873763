package io.vestibule.base;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A task that can be cancelled by an interrupt, except while it is in the database: an interrupt inside a
/// commit of H2 closes the database for the whole process. An interrupt that comes meanwhile is delivered
/// afterwards.
///
/// Every thread that is ever interrupted runs its task by [#run] and is interrupted by [#interrupt] only.
/// Code that must not be interrupted is enclosed in [#shielded], which works on any thread.
public final class InterruptShield {

    private static final ScopedValue<InterruptShield> CURRENT = ScopedValue.newInstance();

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread thread;
    private int depth;
    private boolean requested;

    /// Runs the task on the calling thread. One task at a time.
    public void run(Runnable task) {
        lock.lock();
        try {
            thread = Thread.currentThread();
            // A task that was cancelled before it began sees the interrupt at once.
            deliver();
        } finally {
            lock.unlock();
        }
        try {
            ScopedValue.where(CURRENT, this).run(task);
        } finally {
            lock.lock();
            try {
                thread = null;
            } finally {
                lock.unlock();
            }
        }
    }

    /// Interrupts the task: at once, or as soon as it leaves its shielded section. Without effect on a task
    /// that has ended. Returns at once.
    public void interrupt() {
        lock.lock();
        try {
            requested = true;
            deliver();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        if (requested && depth == 0 && thread != null) {
            requested = false;
            thread.interrupt();
        }
    }

    /// Runs `work` on the calling thread without interrupts. One that was pending before, or that comes
    /// meanwhile by [#interrupt], is set again at the end.
    public static <T> T shielded(Supplier<T> work) {
        var shield = CURRENT.isBound() ? CURRENT.get() : null;
        if (shield != null) {
            shield.enter();
        }
        var pending = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (pending) {
                Thread.currentThread().interrupt();
            }
            if (shield != null) {
                shield.leave();
            }
        }
    }

    private void enter() {
        lock.lock();
        try {
            depth++;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            depth--;
            deliver();
        } finally {
            lock.unlock();
        }
    }
}
