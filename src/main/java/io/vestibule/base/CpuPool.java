package io.vestibule.base;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Platform threads for work that needs the processor, a few for the whole process. On a virtual thread it
/// would pin its carrier, and with it the network calls of other virtual threads. Tasks begin in order of
/// arrival. Idle threads end after half a minute. Thread-safe.
///
/// A task must not wait for the network or the database, and one of [#DECODE] not for another pool.
public final class CpuPool {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /// Decoding of pictures: two at a time, because one can take 200 MB.
    public static final CpuPool DECODE = new CpuPool("decode", 2);

    /// Analysis of decoded pictures: one thread per processor, at least two.
    public static final CpuPool ANALYSIS = new CpuPool("analysis", Math.max(2, PROCESSORS));

    /// Work that may throw a checked exception.
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private final ScopedValue<Boolean> inside = ScopedValue.newInstance();
    private final ThreadPoolExecutor threads;

    private CpuPool(String name, int size) {
        ThreadFactory factory =
                Thread.ofPlatform().name("cpu-" + name + "-", 1).daemon().factory();
        threads = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    /// Runs the work on a thread of this pool and waits for it; at once if the calling thread is one of them.
    /// What it throws is thrown here.
    ///
    /// @throws CancellationException if the calling thread is interrupted before the work has begun; work
    ///     that has begun is not interrupted, and is waited for
    public <T, E extends Exception> T run(Work<T, E> work) throws E {
        if (inside.isBound()) {
            return work.run();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted before its turn");
        }
        var begun = new AtomicBoolean();
        var task = new FutureTask<T>(() -> {
            if (!begun.compareAndSet(false, true)) {
                throw new CancellationException();
            }
            return ScopedValue.where(inside, true).call(work::run);
        });
        threads.execute(task);
        return await(task, begun);
    }

    /// Runs pieces of work, as many at a time as the pool has threads, and waits for all of them. For pieces of some
    /// milliseconds: an interruption is noticed by the caller afterwards.
    ///
    /// @return the results, in the order of the pieces
    public <T> List<T> runAll(List<Supplier<T>> pieces) {
        var tasks = pieces.stream()
                .map(piece ->
                        new FutureTask<>(() -> ScopedValue.where(inside, true).call(piece::get)))
                .toList();
        tasks.forEach(threads::execute);
        return tasks.stream()
                .map(task -> this.<T, RuntimeException>await(task, new AtomicBoolean(true)))
                .toList();
    }

    private <T, E extends Exception> T await(FutureTask<T> task, AtomicBoolean begun) throws E {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                    if (begun.compareAndSet(false, true)) {
                        threads.remove(task);
                        throw new CancellationException("Interrupted before its turn");
                    }
                }
            }
        } catch (ExecutionException e) {
            throw CpuPool.<E>unwrapped(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The work declares what it throws, so the cast only removes the wrapping.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E unwrapped(ExecutionException wrapper) {
        return switch (wrapper.getCause()) {
            case null -> throw new IllegalStateException(wrapper);
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case Exception checked -> (E) checked;
            case Throwable other -> throw new IllegalStateException(other);
        };
    }
}
