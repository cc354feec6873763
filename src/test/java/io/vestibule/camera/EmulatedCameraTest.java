package io.vestibule.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.photo.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Linux driver, as shipped, with an emulated webcam.
class EmulatedCameraTest {

    private static final CameraTimeouts QUICK = new CameraTimeouts(Duration.ofMillis(400), Duration.ofMillis(50));

    @TempDir
    private Path folder;

    private final Watching watching = new Watching();
    private EmulatedCamera device;
    private FailoverCamera camera;

    @BeforeEach
    void plugIn() throws Exception {
        device = EmulatedCamera.in(folder, "video0");
        camera = new FailoverCamera(List.of(device.driver()), QUICK);
    }

    @AfterEach
    void unplug() {
        if (camera != null) {
            camera.close();
        }
    }

    @Test
    void itIsCalledWhatItsMakerCallsIt() {
        assertThat(camera.devices())
                .containsExactly(new CameraDevice("v4l2:usb-video0:Emulated Camera", "Emulated Camera"));
    }

    @Test
    void aNodeThatGivesMetadataIsNoCamera() throws Exception {
        device.set("metadata");
        assertThat(camera.devices()).isEmpty();
    }

    @Test
    void theFormatThatIsFastAtTheSizeWantedIsTaken() throws Exception {
        start();
        assertThat(watching.live().name()).isEqualTo("Emulated Camera");
        assertRed(watching.picture(), 1280);
    }

    @Test
    void aCameraWithoutMjpegIsReadSmallerAndFast() throws Exception {
        device.set("yuyv");
        start();
        assertRed(watching.picture(), 640);
    }

    @Test
    void aCameraInUseIsReportedAndOpenedOnceItIsFree() throws Exception {
        device.set("busy");
        start();
        watching.failed(new CameraFailure.InUse());
        device.clear("busy");
        watching.live();
    }

    @Test
    void aDeniedCameraIsReported() throws Exception {
        device.set("denied");
        start();
        watching.failed(new CameraFailure.Denied());
    }

    @Test
    void unpluggingIsReportedAndPluggingInRecovers() throws Exception {
        start();
        watching.live();
        device.set("gone");
        watching.failed(new CameraFailure.Lost());
        watching.failed(new CameraFailure.NoCamera());
        device.clear("gone");
        watching.live();
        watching.freshPicture();
    }

    @Test
    void aStalledCameraIsReportedAndReopened() throws Exception {
        start();
        watching.live();
        device.set("stall");
        watching.failed(new CameraFailure.Stalled());
        device.clear("stall");
        watching.live();
    }

    @Test
    void framesWithoutHuffmanTablesAreShown() throws Exception {
        Files.write(folder.resolve("video0.jpg"), Jpegs.withoutTables(Jpegs.of(1280, 720)));
        start();
        assertRed(watching.picture(), 1280);
    }

    @Test
    void anInterruptInTheMiddleOfAGrabDoesNoHarm() throws Exception {
        start();
        watching.picture();
        watching.thread.interrupt();
        watching.freshPicture();
        watching.freshPicture();
    }

    @Test
    void theNextCameraIsTakenWhenTheRememberedOneIsInUse() throws Exception {
        EmulatedCamera second = EmulatedCamera.in(folder, "video1");
        device.set("busy");
        camera.start(Optional.of("v4l2:usb-video0:Emulated Camera"), watching);
        assertThat(watching.live().id()).contains(second.node.getFileName().toString());
    }

    @Test
    void theRememberedCameraComesFirst() throws Exception {
        EmulatedCamera.in(folder, "video1");
        camera.start(Optional.of("v4l2:usb-video1:Emulated Camera"), watching);
        assertThat(watching.live().id()).contains("video1");
    }

    @Test
    void openingAndClosingTwentyTimesLeavesNothingBehind() throws Exception {
        cycle();
        long descriptors = descriptors();
        long maps = maps();
        for (int i = 0; i < 20; i++) {
            cycle();
        }
        assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
        assertThat(maps()).isLessThanOrEqualTo(maps);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("camera"));
    }

    private void cycle() throws Exception {
        var one = new Watching();
        try (var again = new FailoverCamera(List.of(device.driver()), QUICK)) {
            again.start(Optional.empty(), one);
            one.live();
        }
    }

    private void start() {
        camera.start(Optional.empty(), watching);
    }

    private static long descriptors() throws Exception {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(link -> name(link).matches(".*(timerfd|memfd:camera).*"))
                    .count();
        }
    }

    private static String name(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (java.io.IOException e) {
            return "";
        }
    }

    private static long maps() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("memfd:camera"))
                .count();
    }

    private static void assertRed(Pixels picture, int width) {
        assertThat(picture.width()).isEqualTo(width);
        int middle = picture.at(width / 2, picture.height() / 2);
        assertThat(middle >>> 24).isEqualTo(0xFF);
        assertThat(middle >> 16 & 0xFF).isGreaterThan(180);
        assertThat(middle >> 8 & 0xFF).isLessThan(70);
        assertThat(middle & 0xFF).isLessThan(40);
    }
}
