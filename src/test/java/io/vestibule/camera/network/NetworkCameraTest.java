package io.vestibule.camera.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.CameraTimeouts;
import io.vestibule.camera.FailoverCamera;
import io.vestibule.camera.Jpegs;
import io.vestibule.camera.Watching;
import io.vestibule.camera.jpeg.JpegDecoders;
import io.vestibule.photo.Pixels;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Network cameras over real HTTP on loopback, one that behaves correctly and ones that do not.
class NetworkCameraTest {

    private static final CameraTimeouts QUICK = new CameraTimeouts(Duration.ofMillis(500), Duration.ofMillis(100));
    private static final CameraCredentials LOGIN = new CameraCredentials(MjpegServer.USER, MjpegServer.PASSWORD);

    private final Watching watching = new Watching();
    private MjpegServer server;
    private FailoverCamera camera;

    @BeforeEach
    void beginOpen() throws Exception {
        server = new MjpegServer(Jpegs.of(320, 240), MjpegServer.Lock.OPEN);
        camera = new FailoverCamera(List.of(), QUICK);
    }

    @AfterEach
    void hangUp() {
        camera.close();
        server.close();
    }

    @Test
    void itsPictureIsShown() throws Exception {
        start(Optional.empty());
        assertThat(watching.live().id()).isEqualTo("network:test");
        Pixels picture = watching.picture();
        assertThat(picture.width()).isEqualTo(320);
        assertThat(picture.at(160, 120) >> 16 & 0xFF).isGreaterThan(180);
    }

    @Test
    void partsWithoutALengthAndFramesWithoutTablesAreShown() throws Exception {
        server.behave(MjpegServer.Manner.NO_LENGTH);
        server.show(Jpegs.withoutTables(Jpegs.of(320, 240)));
        start(Optional.empty());
        assertThat(watching.picture().width()).isEqualTo(320);
    }

    @Test
    void aStallIsReportedAndRecovers() throws Exception {
        start(Optional.empty());
        watching.live();
        server.behave(MjpegServer.Manner.STALLS);
        watching.failed(new CameraFailure.Stalled());
        server.behave(MjpegServer.Manner.WELL);
        watching.live();
        watching.freshPicture();
    }

    @ParameterizedTest
    @EnumSource(
            value = MjpegServer.Manner.class,
            names = {"DROPS", "HALF", "PAGE"})
    void aLineThatEndsIsToldAndTriedAgainWithAPause(MjpegServer.Manner manner) throws Exception {
        start(Optional.empty());
        watching.live();
        int before = server.connections.get();
        long began = System.nanoTime();
        server.behave(manner);
        watching.failed(new CameraFailure.Lost());
        watching.failed(new CameraFailure.Lost());
        watching.failed(new CameraFailure.Lost());
        long pauses = (System.nanoTime() - began) / QUICK.retryDelay().toNanos();
        assertThat(server.connections.get() - before).isLessThanOrEqualTo((int) pauses + 2);
        server.behave(MjpegServer.Manner.WELL);
        watching.live();
        watching.freshPicture();
    }

    @Test
    void anHttpErrorIsReportedWithItsStatusAndRetried() throws Exception {
        server.behave(MjpegServer.Manner.BUSY);
        start(Optional.empty());
        watching.failed(new CameraFailure.ServerRefused(503));
        server.behave(MjpegServer.Manner.WELL);
        watching.live();
    }

    @Test
    void anUnreachableAddressIsReported() throws Exception {
        NetworkAddress gone = server.address();
        server.close();
        start(gone, Optional.empty(), false);
        watching.failed(new CameraFailure.Unreachable());
    }

    @ParameterizedTest
    @EnumSource(
            value = MjpegServer.Lock.class,
            names = {"BASIC", "DIGEST_MD5", "DIGEST_SHA256"})
    void aLoginIsAnsweredAsItIsAskedFor(MjpegServer.Lock lock) throws Exception {
        serve(lock);
        start(Optional.of(LOGIN));
        watching.live();
        watching.picture();
        assertThat(server.authorization.startsWith("Digest")).isEqualTo(lock != MjpegServer.Lock.BASIC);
    }

    @Test
    void aMissingLoginIsReportedAndNotSentWithoutAChallenge() throws Exception {
        serve(MjpegServer.Lock.DIGEST_MD5);
        start(Optional.empty());
        watching.failed(new CameraFailure.LoginNeeded());
        assertThat(server.authorization).isEmpty();
    }

    @Test
    void aWrongPasswordIsReported() throws Exception {
        serve(MjpegServer.Lock.BASIC);
        start(Optional.of(new CameraCredentials(MjpegServer.USER, "another")));
        watching.failed(new CameraFailure.LoginNeeded());
    }

    @Test
    void anAddressThatOthersCanReadIsNotCalledUnlessAccepted() throws Exception {
        start(new NetworkAddress(URI.create("http://camera.invalid/video")), Optional.of(LOGIN), false);
        watching.failed(new CameraFailure.NotEncrypted());
    }

    @Test
    void ofAFastCameraOnlyTheNewestFrameIsShownAndNoneIsQueued() throws Exception {
        server.behave(MjpegServer.Manner.FLOOD);
        start(Optional.empty());
        watching.picture();
        server.behave(MjpegServer.Manner.WELL);
        server.show(Jpegs.of(640, 480));
        Pixels next = watching.freshPicture();
        for (int i = 0; i < 60 && next.width() != 640; i++) {
            next = watching.freshPicture();
        }
        assertThat(next.width()).as("the new picture, within sixty old ones").isEqualTo(640);
    }

    @Test
    void anInterruptInTheMiddleOfAGrabDoesNoHarm() throws Exception {
        start(Optional.empty());
        watching.picture();
        watching.interrupt();
        watching.freshPicture();
        watching.freshPicture();
    }

    @Test
    void openingAndClosingTwentyTimesLeavesNoThreadBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            start(Optional.empty());
            watching.live();
            watching.freshPicture();
            camera.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().equals("camera"));
    }

    private void serve(MjpegServer.Lock lock) throws Exception {
        server.close();
        server = new MjpegServer(Jpegs.of(320, 240), lock);
    }

    private void start(Optional<CameraCredentials> login) throws Exception {
        start(server.address(), login, false);
    }

    private void start(NetworkAddress address, Optional<CameraCredentials> login, boolean accepted) throws Exception {
        var cameras = List.of(new NetworkCamera("test", "Test", address, login, accepted));
        var driver =
                new NetworkDriver(() -> cameras, SSLContext.getDefault(), Duration.ofSeconds(2), JpegDecoders.ofJdk());
        camera = new FailoverCamera(List.of(driver), QUICK);
        camera.start(Optional.empty(), watching);
    }
}
