package io.vestibule.camera;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vestibule.photo.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Several drivers behind one port.
class FailoverCameraTest {

    private static final CameraDevice WEBCAM = new CameraDevice("v4l2:1", "Webcam");

    private record Listing(List<CameraDevice> devices) implements CameraDriver {
        @Override
        public Grabber open(CameraDevice device) throws CameraException {
            throw new CameraException(new CameraFailure.Lost());
        }
    }

    private static final class Failing implements CameraDriver {
        @Override
        public List<CameraDevice> devices() {
            throw new UnsatisfiedLinkError("no native part on this computer");
        }

        @Override
        public Grabber open(CameraDevice device) throws CameraException {
            throw new CameraException(new CameraFailure.Lost());
        }
    }

    @Test
    void theCamerasOfTheOthersAreListedWhenADriverFails() {
        try (var camera =
                new FailoverCamera(List.of(new Failing(), new Listing(List.of(WEBCAM))), CameraTimeouts.DEFAULT)) {
            assertThat(camera.devices()).containsExactly(WEBCAM);
        }
    }

    /// A driver that lists its camera, and fails when it is opened.
    private record Broken(List<CameraDevice> devices) implements CameraDriver {
        @Override
        public Grabber open(CameraDevice device) {
            throw new IllegalStateException("no such thing");
        }
    }

    private record Failures(CountDownLatch left) implements CameraListener {
        @Override
        public void frame(Frame frame) {}

        @Override
        public void state(CameraState state) {
            if (state instanceof CameraState.Failed) {
                left.countDown();
            }
        }
    }

    @Test
    void whatFailsTheSameWayAtEachAttemptIsLoggedOnce() throws InterruptedException {
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(CameraSession.class);
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        var failures = new Failures(new CountDownLatch(6));
        var timeouts = new CameraTimeouts(Duration.ofSeconds(3), Duration.ofMillis(1));
        try (var camera = new FailoverCamera(List.of(new Broken(List.of(WEBCAM))), timeouts)) {
            camera.start(Optional.empty(), failures);
            assertThat(failures.left().await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "A camera driver failed: java.lang.IllegalStateException", "No picture: camera.unusable");
    }
}
