package io.vestibule.camera.ui;

import io.vestibule.camera.Camera;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraListener;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.CameraState;
import io.vestibule.photo.Frame;
import io.vestibule.settings.Settings;
import io.vestibule.ui.TaskRunner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The live picture without its nodes. Of the frames that arrive while the screen is busy only the newest is shown;
/// the others are closed unused. FX thread, but for what the camera calls.
public final class PreviewModel {

    private static final CameraState OFF = new CameraState.Off();

    private final Camera camera;
    private final Settings settings;
    private final TaskRunner taskRunner;
    private final FrameImageCache images = new FrameImageCache();
    private final FrameScaler scaler = new FrameScaler();
    private final AtomicReference<@Nullable PendingFrame> pending = new AtomicReference<>();
    private final AtomicBoolean showScheduled = new AtomicBoolean();
    private final Runnable flip = this::showPending;
    private final ReadOnlyObjectWrapper<CameraState> state = new ReadOnlyObjectWrapper<>(OFF);
    private final ReadOnlyObjectWrapper<@Nullable PreviewImage> picture = new ReadOnlyObjectWrapper<>();
    private @Nullable SessionListener listener;
    private @Nullable Frame shown;
    private @Nullable Frame before;

    /// @param settings store which webcam was used
    public PreviewModel(Camera camera, Settings settings, TaskRunner taskRunner) {
        this.camera = camera;
        this.settings = settings;
        this.taskRunner = taskRunner;
    }

    public ReadOnlyObjectProperty<CameraState> state() {
        return state.getReadOnlyProperty();
    }

    /// The camera's picture; null while there is none.
    public ReadOnlyObjectProperty<@Nullable PreviewImage> picture() {
        return picture.getReadOnlyProperty();
    }

    /// Scales the pictures to their display size from now on.
    ///
    /// @param width,height in pixels of the screen; 0 shows them unscaled
    void fit(int width, int height) {
        scaler.setTarget(width, height);
    }

    /// Turns the camera on, in the background.
    ///
    /// @param frameConsumer gets each frame on the camera's thread, leased for the duration of the call; has to
    ///     return quickly
    public void start(Consumer<Frame> frameConsumer) {
        stop();
        SessionListener started = new SessionListener(frameConsumer);
        listener = started;
        state.set(new CameraState.Opening());
        String device = settings.get(CameraKeys.DEVICE);
        camera.start(device.isEmpty() ? Optional.empty() : Optional.of(device), started);
    }

    /// Turns the camera off; no frame is kept.
    public void stop() {
        SessionListener running = listener;
        if (running == null) {
            return;
        }
        running.over = true;
        listener = null;
        camera.stop();
        release();
        state.set(OFF);
    }

    private void showPending() {
        showScheduled.set(false);
        PendingFrame newest = pending.getAndSet(null);
        if (newest == null) {
            return;
        }
        Frame frame = newest.frame();
        if (listener == null) {
            frame.close();
            return;
        }
        picture.set(new PreviewImage(images.of(frame), newest.width(), newest.height(), newest.fitted()));
        // The renderer may still read the previous frame, so that one is closed one picture later.
        if (before != null) {
            before.close();
        }
        before = shown;
        shown = frame;
    }

    private void release() {
        replacePending(null);
        picture.set(null);
        images.clear();
        if (shown != null) {
            shown.close();
            shown = null;
        }
        if (before != null) {
            before.close();
            before = null;
        }
    }

    /// Sets the frame to be shown next; closes the one that it replaces.
    private void replacePending(@Nullable PendingFrame newest) {
        PendingFrame before = pending.getAndSet(newest);
        if (before != null) {
            before.frame().close();
        }
    }

    private void changed(SessionListener by, CameraState now) {
        if (!by.equals(listener)) {
            return;
        }
        if (now instanceof CameraState.Failed) {
            release(); // a frozen picture would look live
        }
        state.set(now);
        if (now instanceof CameraState.Live(var device)
                && settings.get(CameraKeys.SOURCE) == CameraSource.WEBCAM
                && settings.get(CameraKeys.DEVICE).isEmpty()
                && !settings.isLocked(CameraKeys.DEVICE)) {
            remember(device.id());
        }
    }

    /// Called only while no camera is chosen, so that a fallback camera never replaces the choice.
    private void remember(String id) {
        taskRunner.runUnlisted(
                () -> {
                    settings.set(CameraKeys.DEVICE, id);
                    return id;
                },
                _ -> {},
                _ -> {});
    }

    /// A frame on its way to the screen.
    ///
    /// @param frame leased
    /// @param width,height of the camera's picture
    private record PendingFrame(Frame frame, int width, int height, boolean fitted) {

        static PendingFrame of(Frame frame, FrameScaler frameScaler) {
            Frame fitted = frameScaler.fit(frame);
            var pixels = frame.pixels();
            return new PendingFrame(
                    fitted == null ? frame.retain() : fitted, pixels.width(), pixels.height(), fitted != null);
        }
    }

    /// The listener of one run, from start to stop.
    private final class SessionListener implements CameraListener {

        private final Consumer<Frame> frameConsumer;
        private volatile boolean over;

        SessionListener(Consumer<Frame> frameConsumer) {
            this.frameConsumer = frameConsumer;
        }

        @Override
        public void frame(Frame frame) {
            if (over) {
                return;
            }
            replacePending(PendingFrame.of(frame, scaler));
            if (showScheduled.compareAndSet(false, true)) {
                taskRunner.runOnFxThread(flip);
            }
            frameConsumer.accept(frame);
        }

        @Override
        public void state(CameraState now) {
            taskRunner.runOnFxThread(() -> changed(this, now));
        }
    }
}
