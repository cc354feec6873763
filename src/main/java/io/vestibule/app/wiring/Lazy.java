package io.vestibule.app.wiring;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A part that is made once, when it is first asked for, by whichever thread asks first.
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

    /// Does something with the part if it was made; closing what nobody used would first make it.
    void ifCreated(Consumer<T> action) {
        Optional.ofNullable(made).ifPresent(action);
    }
}
