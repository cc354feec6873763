package io.vestibule.photo;

import java.util.concurrent.atomic.AtomicInteger;

/// One camera picture in reused memory. A lease gives read access; the last lease that is closed with [#close]
/// returns the frame to its [FramePool]. A frame is never sent or stored; a [Photo] is created from it only when one
/// is taken.
///
/// Leases may be closed on any thread, each exactly once.
public final class Frame implements AutoCloseable {

    private final Pixels pixels;
    private final AtomicInteger leases = new AtomicInteger();

    Frame(Pixels pixels) {
        this.pixels = pixels;
    }

    boolean isFree() {
        return leases.get() == 0;
    }

    boolean tryAcquire() {
        return leases.compareAndSet(0, 1);
    }

    /// The camera's picture, upright and not mirrored. The same object and the same array each time this frame is
    /// reused, so a screen can be bound to it once.
    ///
    /// @throws IllegalStateException if the last lease is closed
    public Pixels pixels() {
        if (leases.get() == 0) {
            throw new IllegalStateException("The lease of this frame is over");
        }
        return pixels;
    }

    /// Another lease of the same picture, which its owner has to close.
    ///
    /// @throws IllegalStateException if the last lease is closed
    public Frame retain() {
        if (leases.getAndUpdate(held -> held == 0 ? 0 : held + 1) == 0) {
            throw new IllegalStateException("The lease of this frame is over");
        }
        return this;
    }

    /// A copy that does not change.
    public Pixels copy() {
        Pixels now = pixels();
        return new Pixels(now.width(), now.height(), now.argb().clone());
    }

    @Override
    public void close() {
        if (leases.getAndUpdate(held -> Math.max(0, held - 1)) == 0) {
            throw new IllegalStateException("The lease of this frame is over");
        }
    }
}
