package io.vestibule.camera.stream;

import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.clip.ClipException;
import io.vestibule.clip.ClipStream;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A running stream. A thread of its own reads the decoder process, so that no picture waits in the pipe: the newest
/// one replaces those that were not taken.
final class StreamGrabber implements Grabber {

    private static final Duration WAIT = Duration.ofMillis(250);

    private final ClipStream stream;
    private final Pacing pacing;
    private final Object lock = new Object();
    private final LatestPixels latest;
    private boolean fresh = true;
    private Optional<CameraFailure> ended = Optional.empty();

    /// How long a picture waits until it is due.
    interface Pacing {

        /// Pictures come when they come, as those of a camera do.
        Pacing LIVE = _ -> {};

        void await(ClipStream stream);
    }

    /// @param stream with its first picture; closed with this grabber
    StreamGrabber(ClipStream stream, Pacing pacing) {
        this.stream = stream;
        this.pacing = pacing;
        this.latest = new LatestPixels(stream);
        latest.update();
        Thread.ofPlatform().name("camera-stream").daemon(true).start(this::read);
    }

    private void read() {
        @Nullable CameraFailure failure = null;
        try {
            while (stream.advance()) {
                pacing.await(stream);
                synchronized (lock) {
                    latest.update();
                    fresh = true;
                    lock.notifyAll();
                }
            }
        } catch (ClipException e) {
            failure = StreamFailure.of(e);
        }
        synchronized (lock) {
            ended = Optional.of(failure == null ? new CameraFailure.Lost() : failure);
            lock.notifyAll();
        }
    }

    @Override
    public boolean grab(FramePool pool, Consumer<Frame> sink) throws CameraException {
        @Nullable Frame frame;
        synchronized (lock) {
            long until = System.nanoTime() + WAIT.toNanos();
            while (!fresh && ended.isEmpty() && until - System.nanoTime() > 0) {
                try {
                    lock.wait(WAIT.toMillis());
                } catch (InterruptedException e) {
                    return false; // an interrupt does no harm
                }
            }
            if (!fresh) {
                if (ended.isPresent()) {
                    throw new CameraException(ended.get());
                }
                return false;
            }
            fresh = false;
            frame = latest.lease(pool);
        }
        if (frame != null) {
            try (frame) {
                sink.accept(frame);
            }
        }
        return true;
    }

    @Override
    public void close() {
        stream.close();
    }
}
