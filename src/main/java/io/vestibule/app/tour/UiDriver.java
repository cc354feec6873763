package io.vestibule.app.tour;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Operates the window for the tour: acts on the FX thread, and waits on the caller's.
final class UiDriver {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private UiDriver() {}

    /// The tour cannot continue.
    static final class TourFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TourFailedException(String message) {
            super(message);
        }
    }

    static <T> T callOnFxThread(Callable<T> action) {
        var outcome = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                outcome.complete(action.call());
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        return await(outcome, "the window does not answer");
    }

    static void runOnFxThread(Runnable action) {
        callOnFxThread(() -> {
            action.run();
            return true;
        });
    }

    /// Waits until a condition holds, polling once per frame.
    ///
    /// @param what for the message on a timeout
    static void waitUntil(String what, BooleanSupplier condition) {
        var held = new CompletableFuture<Boolean>();
        var timer = new AnimationTimer[1];
        runOnFxThread(() -> {
            timer[0] = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    try {
                        if (condition.getAsBoolean()) {
                            stop();
                            held.complete(true);
                        }
                    } catch (RuntimeException e) {
                        stop();
                        held.completeExceptionally(e);
                    }
                }
            };
            timer[0].start();
        });
        try {
            await(held, "waited in vain for " + what);
        } finally {
            runOnFxThread(timer[0]::stop);
        }
    }

    /// Waits until the window has drawn the change.
    static void waitFrames(int count) {
        var left = new int[] {count};
        waitUntil("frames", () -> left[0]-- <= 0);
    }

    private static <T> T await(CompletableFuture<T> outcome, String otherwise) {
        try {
            return outcome.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
        } catch (TimeoutException _) {
            throw new TourFailedException(otherwise);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TourFailedException("interrupted");
        }
    }
}
