package io.vestibule.app.wiring;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thread-safe lazy value: created once, by the first thread that needs it.
final class Lazy<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        var known = made;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            var present = made;
            if (present == null) {
                present = maker.get();
                made = present;
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    /// Runs the action if the value was created; closing an unused value would first create it.
    void ifCreated(Consumer<T> action) {
        Optional.ofNullable(made).ifPresent(action);
    }
}
