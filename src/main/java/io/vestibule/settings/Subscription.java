package io.vestibule.settings;

/// Handle of a registered listener; `close` removes the listener. Idempotent.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
