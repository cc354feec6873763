package io.vestibule.app.wiring;

import io.vestibule.camera.Camera;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraDriver;
import io.vestibule.camera.CameraException;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.DeskCamera;
import io.vestibule.camera.Grabber;
import io.vestibule.camera.Pace;
import io.vestibule.camera.folder.FolderDriver;
import io.vestibule.camera.folder.Pictures;
import io.vestibule.camera.jpeg.JpegDecoders;
import io.vestibule.camera.network.Login;
import io.vestibule.camera.network.NetworkAddress;
import io.vestibule.camera.network.NetworkCamera;
import io.vestibule.camera.network.NetworkDriver;
import io.vestibule.camera.v4l2.V4l2Driver;
import io.vestibule.camera.webcam.WebcamLibraryDriver;
import io.vestibule.photo.PhotoDoor;
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

/// The camera of this desk: whichever the settings name when it is turned on.
public final class CameraWiring implements AutoCloseable {

    private static final int FOLDER_RATE = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Pictures.Shot> SAMPLE = List.of(
            new Pictures.Shot("/assets/samples/sample-person-1/3.jpg", false),
            new Pictures.Shot("/assets/samples/sample-person-1-probe.jpg", true),
            new Pictures.Shot("/assets/samples/sample-person-1-probe.jpg", false));

    private final CellarWiring cellar;
    private final CameraDriver webcams;
    private final PhotoDoor door = new PhotoDoor(PhotoLimits.DEFAULT);
    private final Lazy<CameraDriver> network;
    private final Lazy<DeskCamera> camera;

    CameraWiring(CellarWiring cellar, CameraDriver webcams) {
        this.cellar = cellar;
        this.webcams = webcams;
        this.network =
                new Lazy<>(() -> new NetworkDriver(this::networkCameras, trust(), PATIENCE, JpegDecoders.ofSystem()));
        this.camera = new Lazy<>(() -> new DeskCamera(List.of(new Chosen()), Pace.USUAL));
    }

    /// The webcams of this computer. The driver binds functions of the system, so it is made when it is first used.
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

    /// Webcams that are connected now, whatever is in use. Blocks.
    public List<CameraDevice> webcams() {
        return webcams.devices();
    }

    @Override
    public void close() {
        camera.ifMade(DeskCamera::close);
    }

    /// Asks the settings each time, so that another choice counts from the next start on.
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
            Settings settings = cellar.settings();
            return switch (settings.get(CameraKeys.SOURCE)) {
                case WEBCAM -> Optional.of(webcams);
                case NETWORK -> Optional.of(network.get());
                case FOLDER ->
                    Optional.of(settings.get(CameraKeys.FOLDER))
                            .filter(folder -> !folder.isEmpty())
                            .map(folder -> folder(Pictures.ofFolder(Path.of(folder), door)));
                case SAMPLE -> Optional.of(folder(Pictures.ofProgram(SAMPLE, door)));
                case NONE -> Optional.empty();
            };
        }

        private static CameraDriver folder(Pictures pictures) {
            return new FolderDriver("pictures", pictures, FOLDER_RATE);
        }
    }

    private List<NetworkCamera> networkCameras() {
        Settings settings = cellar.settings();
        return NetworkAddress.parse(settings.get(CameraKeys.ADDRESS)).stream()
                .map(address -> new NetworkCamera(
                        "desk",
                        address.uri().getHost(),
                        address,
                        login(settings.get(CameraKeys.USER)),
                        settings.get(CameraKeys.READABLE)))
                .toList();
    }

    private Optional<Login> login(String user) {
        return user.isEmpty()
                ? Optional.empty()
                : cellar.vault().read(CameraKeys.PASSWORD).map(password -> {
                    try {
                        return new Login(user, new String(password));
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
