package io.vestibule.photo;

import java.util.concurrent.atomic.AtomicInteger;

/// One picture of a running camera, in memory that is used again: whoever holds a lease reads it, and the last one to
/// [#close] gives it back to its [FramePool]. Never sent, never stored; a [Photo] is made of it only when one is taken.
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

    /// What the camera sees, upright and not mirrored. The same object and the same array each time this frame is
    /// used, so a screen can be built over it once.
    ///
    /// @throws IllegalStateException if the last lease is closed
    public Pixels pixels() {
        if (leases.get() == 0) {
            throw new IllegalStateException("The lease of this frame is over");
        }
        return pixels;
    }

    /// One more lease of the same picture, for somebody else who closes it.
    ///
    /// @throws IllegalStateException if the last lease is closed
    public Frame retain() {
        if (leases.getAndUpdate(held -> held == 0 ? 0 : held + 1) == 0) {
            throw new IllegalStateException("The lease of this frame is over");
        }
        return this;
    }

    /// A copy that stays as it is.
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
