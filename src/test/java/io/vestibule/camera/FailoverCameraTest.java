package io.vestibule.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
