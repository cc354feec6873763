package io.vestibule.camera;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The camera port over any number of drivers. Each start runs on its own thread, which waits for the previous one,
/// so that a camera is never opened while it is still being closed.
public final class FailoverCamera implements Camera {

    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final RetryLog log = new RetryLog(LoggerFactory.getLogger(FailoverCamera.class));
    private final List<CameraDriver> drivers;
    private final CameraTimeouts timeouts;
    private final Object lock = new Object();
    private @Nullable CameraSession session;

    /// @param drivers in the order in which their cameras are tried
    public FailoverCamera(List<CameraDriver> drivers, CameraTimeouts cameraTimeouts) {
        this.drivers = List.copyOf(drivers);
        this.timeouts = cameraTimeouts;
    }

    @Override
    public List<CameraDevice> devices() {
        return drivers.stream().flatMap(driver -> listed(driver, log).stream()).toList();
    }

    /// The devices of a driver; none if the driver fails, so that the cameras of the others are offered all the same.
    static List<CameraDevice> listed(CameraDriver driver, RetryLog log) {
        try {
            return driver.devices();
        } catch (RuntimeException | LinkageError e) {
            log.warn("A camera driver listed no devices: " + e.getClass().getName());
            return List.of();
        }
    }

    @Override
    public void start(Optional<String> remembered, CameraListener listener) {
        synchronized (lock) {
            @Nullable CameraSession before = session;
            if (before != null) {
                before.stop();
            }
            session = new CameraSession(drivers, timeouts, remembered, listener, before);
            session.start();
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            if (session != null) {
                session.stop();
            }
        }
    }

    @Override
    public void close() {
        @Nullable CameraSession last;
        synchronized (lock) {
            last = session;
            session = null;
        }
        if (last != null) {
            last.stop();
            last.await(LAST_WAIT);
        }
    }
}
