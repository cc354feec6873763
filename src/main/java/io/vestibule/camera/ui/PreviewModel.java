package io.vestibule.camera.ui;

import io.vestibule.camera.Camera;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraListener;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.CameraState;
import io.vestibule.camera.LatestFrame;
import io.vestibule.photo.Frame;
import io.vestibule.settings.Settings;
import io.vestibule.ui.Work;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The live picture without its nodes. Of the frames that come while the screen is busy only the newest is shown; the
/// others are given back unseen. FX thread, but for what the camera calls.
public final class PreviewModel {

    private static final CameraState OFF = new CameraState.Off();

    private final Camera camera;
    private final Settings settings;
    private final Work work;
    private final FrameImages images = new FrameImages();
    private final LatestFrame next = new LatestFrame();
    private final AtomicBoolean hopping = new AtomicBoolean();
    private final Runnable flip = this::flip;
    private final ReadOnlyObjectWrapper<CameraState> state = new ReadOnlyObjectWrapper<>(OFF);
    private final ReadOnlyObjectWrapper<@Nullable Image> picture = new ReadOnlyObjectWrapper<>();
    private @Nullable Watch watch;
    private @Nullable Frame shown;
    private @Nullable Frame before;

    /// @param settings remember which webcam was used
    public PreviewModel(Camera camera, Settings settings, Work work) {
        this.camera = camera;
        this.settings = settings;
        this.work = work;
    }

    public ReadOnlyObjectProperty<CameraState> state() {
        return state.getReadOnlyProperty();
    }

    /// What the camera sees, not mirrored; null while there is no picture. The image is one of a few that are used in
    /// turn, so it is shown and never kept.
    public ReadOnlyObjectProperty<@Nullable Image> picture() {
        return picture.getReadOnlyProperty();
    }

    /// Turns the camera on, in the background.
    ///
    /// @param onlooker is lent each frame on the camera's thread, and has to be quick
    public void start(Consumer<Frame> onlooker) {
        stop();
        Watch started = new Watch(onlooker);
        watch = started;
        state.set(new CameraState.Opening());
        String device = settings.get(CameraKeys.DEVICE);
        camera.start(device.isEmpty() ? Optional.empty() : Optional.of(device), started);
    }

    /// Turns the camera off; nothing of what it saw is kept.
    public void stop() {
        Watch running = watch;
        if (running == null) {
            return;
        }
        running.over = true;
        watch = null;
        camera.stop();
        release();
        state.set(OFF);
    }

    private void flip() {
        hopping.set(false);
        Frame frame = next.take();
        if (frame == null) {
            return;
        }
        if (watch == null) {
            frame.close();
            return;
        }
        picture.set(images.of(frame));
        // The renderer may still read what was shown last, so that goes back one picture later.
        if (before != null) {
            before.close();
        }
        before = shown;
        shown = frame;
    }

    private void release() {
        next.close();
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

    private void changed(Watch by, CameraState now) {
        if (!by.equals(watch)) {
            return;
        }
        if (now instanceof CameraState.Failed) {
            release(); // a picture that stands still would look alive
        }
        state.set(now);
        if (now instanceof CameraState.Live(var device)
                && settings.get(CameraKeys.SOURCE) == CameraSource.WEBCAM
                && settings.get(CameraKeys.DEVICE).isEmpty()
                && !settings.isLocked(CameraKeys.DEVICE)) {
            remember(device.id());
        }
    }

    /// A camera that was chosen stays chosen while another one stands in for it.
    private void remember(String id) {
        work.quietly(
                () -> {
                    settings.set(CameraKeys.DEVICE, id);
                    return id;
                },
                _ -> {},
                _ -> {});
    }

    /// Listens from one start to its stop.
    private final class Watch implements CameraListener {

        private final Consumer<Frame> onlooker;
        private volatile boolean over;

        Watch(Consumer<Frame> onlooker) {
            this.onlooker = onlooker;
        }

        @Override
        public void frame(Frame frame) {
            if (over) {
                return;
            }
            next.put(frame);
            if (hopping.compareAndSet(false, true)) {
                work.onScreen(flip);
            }
            onlooker.accept(frame);
        }

        @Override
        public void state(CameraState now) {
            work.onScreen(() -> changed(this, now));
        }
    }
}
