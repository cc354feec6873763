package io.vestibule.camera;

import io.vestibule.photo.FramePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of the camera, from start to stop: opens a camera, passes its frames on, and retries whenever they end.
final class CameraSession {

    private static final Logger LOG = LoggerFactory.getLogger(CameraSession.class);

    /// One frame is shown, one waits to be shown, one is analysed for the guidance, one waits for that, one is
    /// being filled; and one is spare.
    private static final int FRAMES = 6;

    /// A camera and the driver that can open it.
    private record Choice(CameraDriver driver, CameraDevice device) {}

    private final List<CameraDriver> drivers;
    private final CameraTimeouts timeouts;
    private final Optional<String> remembered;
    private final CameraListener listener;
    private final FramePool pool = new FramePool(FRAMES);
    private final Object stopLock = new Object();
    private final Thread thread =
            Thread.ofPlatform().name("camera").daemon(true).unstarted(this::run);
    private @Nullable CameraSession before;
    private volatile boolean stopped;
    private final RetryLog log = new RetryLog(LOG);

    CameraSession(
            List<CameraDriver> drivers,
            CameraTimeouts cameraTimeouts,
            Optional<String> remembered,
            CameraListener listener,
            @Nullable CameraSession before) {
        this.drivers = drivers;
        this.timeouts = cameraTimeouts;
        this.remembered = remembered;
        this.listener = listener;
        this.before = before;
    }

    void start() {
        thread.start();
    }

    void stop() {
        synchronized (stopLock) {
            stopped = true;
            stopLock.notifyAll();
        }
    }

    /// @return whether the thread has ended
    boolean await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            notifyState(new CameraState.Opening());
            while (before != null && !stopped) {
                if (before.await(timeouts.stallTimeout())) {
                    before = null;
                } else {
                    // A driver call hangs in the system; another attempt in parallel would hang as well.
                    notifyState(new CameraState.Failed(new CameraFailure.Stalled()));
                }
            }
            while (!stopped) {
                CameraFailure failure = tryAll();
                if (!stopped) {
                    log.info("No picture: " + failure.problem().code());
                    notifyState(new CameraState.Failed(failure));
                    waitBeforeRetry();
                }
            }
        } finally {
            CameraSession earlier = before;
            before = null;
            if (earlier != null) {
                earlier.await(Duration.ofDays(1));
            }
        }
    }

    /// @return why the frames ended, or why the camera that was tried first delivered none
    private CameraFailure tryAll() {
        @Nullable CameraFailure first = null;
        for (Choice choice : choices()) {
            if (stopped) {
                break;
            }
            try (Grabber grabber = choice.driver().open(choice.device())) {
                if (readFrames(grabber, choice.device())) {
                    return new CameraFailure.Lost();
                }
                first = first == null ? new CameraFailure.Stalled() : first;
            } catch (CameraException e) {
                first = first == null ? e.failure() : first;
                if (e.failure() instanceof CameraFailure.Lost) {
                    return e.failure();
                }
            } catch (RuntimeException e) {
                log.warn("A camera driver failed: " + e.getClass().getName());
                first = first == null ? new CameraFailure.Unusable(0) : first;
            }
        }
        return first == null ? new CameraFailure.NoCamera() : first;
    }

    /// Passes frames on until stopped.
    ///
    /// @return false if they stopped coming
    private boolean readFrames(Grabber grabber, CameraDevice device) throws CameraException {
        boolean live = false;
        long last = System.nanoTime();
        while (!stopped) {
            Thread.interrupted(); // an interrupt of this thread must not break the camera
            if (grabber.grab(pool, frame -> {
                if (!stopped) {
                    listener.frame(frame);
                }
            })) {
                last = System.nanoTime();
                if (!live) {
                    live = true;
                    log.forget();
                    notifyState(new CameraState.Live(device));
                }
            } else if (System.nanoTime() - last > timeouts.stallTimeout().toNanos()) {
                return false;
            }
        }
        return true;
    }

    private List<Choice> choices() {
        List<Choice> all = new ArrayList<>();
        for (CameraDriver driver : drivers) {
            FailoverCamera.listed(driver, log).forEach(device -> all.add(new Choice(driver, device)));
        }
        all.sort(Comparator.comparing(
                choice -> !remembered.equals(Optional.of(choice.device().id()))));
        return all;
    }

    private void waitBeforeRetry() {
        long end = System.nanoTime() + timeouts.retryDelay().toNanos();
        synchronized (stopLock) {
            long left = timeouts.retryDelay().toMillis();
            while (!stopped && left > 0) {
                try {
                    stopLock.wait(left);
                } catch (InterruptedException e) {
                    LOG.debug("Interrupted while waiting to try a camera again");
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }

    private void notifyState(CameraState state) {
        if (!stopped) {
            listener.state(state);
        }
    }
}
