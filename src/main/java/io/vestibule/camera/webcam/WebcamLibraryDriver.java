package io.vestibule.camera.webcam;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.RetryLog;
import java.awt.Dimension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Webcams by any driver written for webcam-capture. Only its device interfaces are used: the machinery behind the
/// class `Webcam` (discovery, lock files, one static queue that an interrupt breaks) is never started.
public final class WebcamLibraryDriver implements CameraDriver {

    private static final Dimension WANTED = new Dimension(1280, 720);

    private final RetryLog log = new RetryLog(LoggerFactory.getLogger(WebcamLibraryDriver.class));
    private final Supplier<WebcamDriver> factory;
    private @Nullable WebcamDriver driver;

    /// @param factory creates the driver on first use, because that loads native code
    public WebcamLibraryDriver(Supplier<WebcamDriver> factory) {
        this.factory = factory;
    }

    /// For Windows (Media Foundation) and macOS (AVFoundation). Does not scan for cameras in the background: the scan
    /// would open the one in use.
    public static WebcamLibraryDriver ofSystem() {
        return new WebcamLibraryDriver(() -> new NativeDriver(false));
    }

    @Override
    public List<CameraDevice> devices() {
        return found().stream().map(WebcamLibraryDriver::described).toList();
    }

    @Override
    public Grabber open(CameraDevice wanted) throws CameraException {
        WebcamDevice device = found().stream()
                .filter(each -> described(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CameraException(new CameraFailure.Lost()));
        try {
            // Must be set before opening. The default is the largest size there is.
            nearest(device).ifPresent(device::setResolution);
            device.open();
        } catch (WebcamException e) {
            throw new CameraException(new CameraFailure.InUse());
        }
        if (!device.isOpen()) {
            // These drivers report a camera in use by another program in this way.
            throw new CameraException(new CameraFailure.InUse());
        }
        return new WebcamLibraryGrabber(device, LockSupport::parkNanos);
    }

    private static Optional<Dimension> nearest(WebcamDevice device) {
        Dimension[] sizes = device.getResolutions();
        return sizes == null
                ? Optional.empty()
                : Arrays.stream(sizes)
                        .min(Comparator.comparingInt(
                                size -> Math.abs(size.width - WANTED.width) + Math.abs(size.height - WANTED.height)));
    }

    private static CameraDevice described(WebcamDevice device) {
        return new CameraDevice("webcam:" + device.getName(), device.getName());
    }

    private synchronized List<WebcamDevice> found() {
        try {
            WebcamDriver loaded = driver == null ? factory.get() : driver;
            driver = loaded;
            List<WebcamDevice> devices = loaded.getDevices();
            return devices == null ? List.of() : List.copyOf(devices);
        } catch (RuntimeException | LinkageError e) {
            log.warn("The webcam driver cannot list cameras: " + e.getClass().getName());
            return List.of();
        }
    }
}
