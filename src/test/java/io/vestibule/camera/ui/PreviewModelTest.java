package io.vestibule.camera.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.Camera;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraFailure;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraListener;
import io.vestibule.camera.CameraState;
import io.vestibule.photo.Frame;
import io.vestibule.photo.FramePool;
import io.vestibule.settings.Settings;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The path of a camera's frames to the screen. The test plays the camera, frame by frame.
class PreviewModelTest extends FxTest {

    private static final CameraDevice DESK = new CameraDevice("desk", "Desk camera");

    @TempDir
    Path folder;

    private final FramePool pool = new FramePool(6);
    private final Played camera = new Played();
    private Settings settings;
    private PreviewModel model;

    @BeforeEach
    void open() {
        settings = Settings.open(folder.resolve("settings.json"), folder.resolve("none.json"), Clock.systemUTC());
        model = onFx(() -> new PreviewModel(camera, settings, new FxTaskRunner(_ -> Optional.empty())));
        doOnFx(() -> model.start(_ -> {}));
    }

    @Test
    void ofTheFramesThatComeWhileTheScreenIsBusyOnlyTheNewestIsShown() throws Exception {
        var busy = new CountDownLatch(1);
        javafx.application.Platform.runLater(() -> await(busy));
        for (int i = 1; i <= 4; i++) {
            send(8, 6, i);
        }
        assertThat(pool.inUse()).as("the newest alone waits").isEqualTo(1);
        busy.countDown();
        assertThat(blueShown()).isEqualTo(4);
    }

    @Test
    void framesAreGivenBackOnePictureLaterAndAllWhenTheCameraGoesOff() {
        for (int i = 1; i <= 10; i++) {
            send(8, 6, i);
            assertThat(blueShown()).isEqualTo(i);
            assertThat(pool.inUse()).isLessThanOrEqualTo(2);
        }
        doOnFx(model::stop);
        assertThat(pool.inUse()).isZero();
        assertThat(onFx(() -> model.picture().get())).isNull();
        send(8, 6, 11);
        assertThat(onFx(() -> model.picture().get())).as("a late frame").isNull();
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void aPictureIsScaledToItsDisplaySizeIfRequested() {
        doOnFx(() -> model.fit(4, 3));
        send(8, 6, 7);
        var fitted = onFx(() -> Objects.requireNonNull(model.picture().get()));
        assertThat(fitted.fitted()).isTrue();
        assertThat(fitted.image().getWidth()).isEqualTo(4);
        assertThat(fitted.width()).isEqualTo(8);
        assertThat(pool.inUse()).as("the camera has its frame back").isZero();
        doOnFx(() -> model.fit(0, 0));
        send(8, 6, 9);
        assertThat(blueShown()).isEqualTo(9);
        assertThat(onFx(() -> Objects.requireNonNull(model.picture().get()).fitted()))
                .isFalse();
    }

    @Test
    void aLostCameraLeavesNoFrozenPicture() {
        send(8, 6, 1);
        assertThat(blueShown()).isEqualTo(1);
        camera.say(new CameraState.Failed(new CameraFailure.Lost()));
        assertThat(onFx(() -> model.picture().get())).isNull();
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void theCameraThatOpenedIsRememberedAndAChosenOneStays() {
        camera.say(new CameraState.Live(DESK));
        until(() -> settings.get(CameraKeys.DEVICE).equals("desk"));
        camera.say(new CameraState.Live(new CameraDevice("other", "Stands in")));
        assertThat(settings.get(CameraKeys.DEVICE)).isEqualTo("desk");
        doOnFx(() -> model.start(_ -> {}));
        assertThat(camera.remembered).contains("desk");
    }

    private void send(int width, int height, int blue) {
        try (Frame frame = Objects.requireNonNull(pool.lease(width, height))) {
            Arrays.fill(frame.pixels().argb(), 0xFF000000 | blue);
            camera.listener().frame(frame);
        }
    }

    private int blueShown() {
        return onFx(() -> Objects.requireNonNull(model.picture().get())
                        .image()
                        .getPixelReader()
                        .getArgb(1, 1)
                & 0xFF);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A camera that the test controls.
    private static final class Played implements Camera {

        private Optional<CameraListener> listener = Optional.empty();
        private Optional<String> remembered = Optional.empty();

        CameraListener listener() {
            return listener.orElseThrow();
        }

        void say(CameraState state) {
            listener().state(state);
            doOnFx(() -> {});
        }

        @Override
        public List<CameraDevice> devices() {
            return List.of(DESK);
        }

        @Override
        public void start(Optional<String> device, CameraListener now) {
            remembered = device;
            listener = Optional.of(now);
        }

        @Override
        public void stop() {
            // The listener may still get a call that was in progress.
        }

        @Override
        public void close() {
            stop();
        }
    }
}
