package io.vestibule.app.wiring;

import io.vestibule.camera.Camera;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraTimeouts;
import io.vestibule.camera.FailoverCamera;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.folder.FolderDriver;
import io.vestibule.camera.folder.PictureSource;
import io.vestibule.camera.jpeg.JpegDecoders;
import io.vestibule.camera.network.CameraCredentials;
import io.vestibule.camera.network.NetworkAddress;
import io.vestibule.camera.network.NetworkCamera;
import io.vestibule.camera.network.NetworkDriver;
import io.vestibule.camera.stream.RecordingDriver;
import io.vestibule.camera.stream.RtspDriver;
import io.vestibule.camera.v4l2.V4l2Driver;
import io.vestibule.camera.webcam.WebcamLibraryDriver;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.settings.Settings;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// The camera of this console: the one that the settings name when it is turned on.
public final class CameraWiring implements AutoCloseable {

    private static final int FOLDER_RATE = 15;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<PictureSource.BundledPicture> SAMPLE = List.of(
            new PictureSource.BundledPicture("/assets/samples/sample-person-1/3.jpg", false),
            new PictureSource.BundledPicture("/assets/samples/sample-person-1-probe.jpg", true),
            new PictureSource.BundledPicture("/assets/samples/sample-person-1-probe.jpg", false));

    private final StorageWiring storage;
    private final CameraDriver webcams;
    private final PhotoDecoder decoder = new PhotoDecoder(PhotoLimits.DEFAULT);
    private final Lazy<CameraDriver> network;
    private final ClipDecoder clips = new ClipDecoder();
    private final CameraDriver rtsp = new RtspDriver(this::networkCameras, clips);
    private final Lazy<FailoverCamera> camera;

    CameraWiring(StorageWiring storage, CameraDriver webcams) {
        this.storage = storage;
        this.webcams = webcams;
        this.network =
                new Lazy<>(() -> new NetworkDriver(this::networkCameras, trust(), TIMEOUT, JpegDecoders.ofSystem()));
        this.camera = new Lazy<>(() -> new FailoverCamera(List.of(new Chosen()), CameraTimeouts.DEFAULT));
    }

    /// The webcams of this computer. The driver binds functions of the operating system, so it is created on first
    /// use.
    static CameraDriver ofSystem() {
        var driver = new Lazy<>(
                () -> System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
                        ? new V4l2Driver(JpegDecoders.ofSystem())
                        : WebcamLibraryDriver.ofSystem());
        return new CameraDriver() {
            @Override
            public List<CameraDevice> devices() {
                return driver.get().devices();
            }

            @Override
            public Grabber open(CameraDevice device) throws CameraException {
                return driver.get().open(device);
            }
        };
    }

    public Camera camera() {
        return camera.get();
    }

    /// Webcams that are connected now, including those that are not in use. Blocks.
    public List<CameraDevice> webcams() {
        return webcams.devices();
    }

    @Override
    public void close() {
        camera.ifCreated(FailoverCamera::close);
    }

    /// Reads the settings each time, so that a change takes effect when the camera is started next.
    private final class Chosen implements CameraDriver {

        @Override
        public List<CameraDevice> devices() {
            return driver().map(CameraDriver::devices).orElse(List.of());
        }

        @Override
        public Grabber open(CameraDevice device) throws CameraException {
            return driver().orElse(webcams).open(device);
        }

        private Optional<CameraDriver> driver() {
            Settings settings = storage.settings();
            return switch (settings.get(CameraKeys.SOURCE)) {
                case WEBCAM -> Optional.of(webcams);
                case NETWORK ->
                    Optional.of(
                            networkCameras().stream()
                                            .anyMatch(each -> each.address().isRtsp())
                                    ? rtsp
                                    : network.get());
                case RECORDING ->
                    Optional.of(settings.get(CameraKeys.RECORDING))
                            .filter(file -> !file.isEmpty())
                            .map(file -> new RecordingDriver(Path.of(file), clips));
                case FOLDER ->
                    Optional.of(settings.get(CameraKeys.FOLDER))
                            .filter(folder -> !folder.isEmpty())
                            .map(folder -> folder(PictureSource.ofFolder(Path.of(folder), decoder)));
                case SAMPLE -> Optional.of(folder(PictureSource.ofResources(SAMPLE, decoder)));
                case NONE -> Optional.empty();
            };
        }

        private static CameraDriver folder(PictureSource pictureSource) {
            return new FolderDriver("pictures", pictureSource, FOLDER_RATE);
        }
    }

    private List<NetworkCamera> networkCameras() {
        Settings settings = storage.settings();
        return NetworkAddress.parse(settings.get(CameraKeys.ADDRESS)).stream()
                .map(address -> new NetworkCamera(
                        "desk",
                        address.uri().getHost(),
                        address,
                        login(settings.get(CameraKeys.USER)),
                        settings.get(CameraKeys.READABLE)))
                .toList();
    }

    private Optional<CameraCredentials> login(String user) {
        return user.isEmpty()
                ? Optional.empty()
                : storage.vault().read(CameraKeys.PASSWORD).map(password -> {
                    try {
                        return new CameraCredentials(user, new String(password));
                    } finally {
                        Arrays.fill(password, ' ');
                    }
                });
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has TLS", e);
        }
    }
}
