package io.vestibule.app.wiring;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thread-safe lazy value: created once, by the first thread that needs it.
final class Lazy<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> factory;
    private volatile @Nullable T value;

    Lazy(Supplier<T> factory) {
        this.factory = factory;
    }

    @Override
    public T get() {
        var known = value;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            var created = value;
            if (created == null) {
                created = factory.get();
                value = created;
            }
            return created;
        } finally {
            lock.unlock();
        }
    }

    /// Runs the action if the value was created; closing an unused value would first create it.
    void ifCreated(Consumer<T> action) {
        Optional.ofNullable(value).ifPresent(action);
    }
}
