package io.vestibule.camera.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.CameraTimeouts;
import io.vestibule.camera.FailoverCamera;
import io.vestibule.camera.Watching;
import io.vestibule.camera.network.CameraCredentials;
import io.vestibule.camera.network.NetworkAddress;
import io.vestibule.camera.network.NetworkCamera;
import io.vestibule.clip.ClipDecoder;
import io.vestibule.fixture.ClipMaker;
import io.vestibule.photo.Pixels;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RTSP cameras on loopback, through the real decoder process.
class RtspCameraTest {

    private static final CameraTimeouts QUICK = new CameraTimeouts(Duration.ofSeconds(3), Duration.ofMillis(200));
    private static final CameraCredentials LOGIN = new CameraCredentials(RtspServer.USER, RtspServer.PASSWORD);
    private static final int RATE = 10;
    private static final String SECRET = "changeit";

    @TempDir
    private static Path folder;

    private static byte[] stream = {};

    private final Watching watching = new Watching();
    private Optional<FailoverCamera> camera = Optional.empty();

    @BeforeAll
    static void record() throws Exception {
        Path file = folder.resolve("stream.h264");
        try (ClipMaker maker = new ClipMaker(file, ClipMaker.H264, 320, 180, RATE)) {
            for (int number = 0; number < 2 * RATE; number++) {
                int[] argb = new int[320 * 180];
                Arrays.fill(argb, 0xFF000000 | ((8 * number) << 16) | 0xC0);
                maker.add(new Pixels(320, 180, argb));
            }
        }
        stream = Files.readAllBytes(file);
    }

    @AfterEach
    void close() {
        camera.ifPresent(FailoverCamera::close);
    }

    @Test
    void itsPictureIsShownAfterADigestLoginAndComesBackAfterADrop() throws Exception {
        try (RtspServer server = RtspServer.plain(stream, RATE, true)) {
            start(server, Optional.of(LOGIN));
            assertThat(watching.live().id()).isEqualTo("rtsp:test");
            Pixels picture = watching.picture();
            assertThat(picture.width()).isEqualTo(320);
            assertThat(picture.at(160, 90) & 0xFF).isBetween(0xB0, 0xD0);
            assertThat(server.requests).noneMatch(request -> request.contains(RtspServer.PASSWORD));

            server.behave(RtspServer.Manner.DROPS);
            watching.failed(new CameraFailure.Lost());
            server.behave(RtspServer.Manner.WELL);
            long begun = System.nanoTime();
            watching.live();
            watching.freshPicture();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void aStallIsReported() throws Exception {
        try (RtspServer server = RtspServer.plain(stream, RATE, false)) {
            start(server, Optional.empty());
            watching.live();
            server.behave(RtspServer.Manner.STALLS);
            watching.failed(new CameraFailure.Stalled());
        }
    }

    @Test
    void aMissingOrWrongLoginAndAnUnknownStreamAreReportedAsSuch() throws Exception {
        try (RtspServer server = RtspServer.plain(stream, RATE, true)) {
            start(server, Optional.of(new CameraCredentials(RtspServer.USER, "wrong")));
            watching.failed(new CameraFailure.LoginNeeded());
            server.behave(RtspServer.Manner.NOT_FOUND);
            watching.failed(new CameraFailure.ServerRefused(404));
        }
    }

    /// The camera's certificate decides before anything is sent: nobody but the host that it names is trusted.
    @ParameterizedTest
    @CsvSource({"ip:127.0.0.1,true", "dns:another.example,false"})
    void anEncryptedCameraIsShownOnlyIfItsCertificateIsForItsAddress(String name, boolean shown) throws Exception {
        KeyStore store = certificate(name);
        Path trust = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(trust)) {
            store.store(out, SECRET.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", trust.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", SECRET);
        try (RtspServer server = new RtspServer(listener(store), stream, RATE, true)) {
            start("rtsps://127.0.0.1:" + server.port() + "/stream", Optional.of(LOGIN));
            if (shown) {
                watching.live();
                assertThat(watching.picture().width()).isEqualTo(320);
            } else {
                watching.failed(new CameraFailure.NotTrusted());
                assertThat(server.requests).isEmpty();
            }
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static KeyStore certificate(String name) throws Exception {
        Path file = folder.resolve(name.replace(':', '-') + ".p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "camera",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=camera",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        file.toString())
                .start()
                .waitFor();
        assertThat(made).isZero();
        return KeyStore.getInstance(file.toFile(), SECRET.toCharArray());
    }

    private static ServerSocket listener(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void start(RtspServer server, Optional<CameraCredentials> login) {
        start("rtsp://127.0.0.1:" + server.port() + "/stream", login);
    }

    private void start(String address, Optional<CameraCredentials> login) {
        NetworkCamera configured =
                new NetworkCamera("test", "Test", new NetworkAddress(URI.create(address)), login, false);
        FailoverCamera started =
                new FailoverCamera(List.of(new RtspDriver(() -> List.of(configured), new ClipDecoder())), QUICK);
        camera = Optional.of(started);
        started.start(Optional.empty(), watching);
    }
}
