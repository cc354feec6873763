package io.vestibule.settings;

/// Ends what a listener asked for. Closing twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
